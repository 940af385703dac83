import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { IncidentLine } from '../../contract/incident.js';
import { IncidentRow } from './incident-row.js';

/** So many rows are drawn, or not drawn, together. */
export const CHUNK = 20;
/** Of rows that were never drawn, px. */
const ROW_PX = 68;
/** Rows this far outside of the window are drawn already. */
const AHEAD = '600px 0px';

interface ChunkProps {
  lines: readonly IncidentLine[];
  fresh: ReadonlySet<string>;
  /** Of its first row among all. */
  from: number;
}

/** Where it is not in sight its place stays as high as it was, except where the keyboard's focus is. */
function useInSight(
  place: RefObject<HTMLTableSectionElement | null>,
  from: number,
): { near: boolean; height: number | null } {
  const [sight, setSight] = useState<{ near: boolean; height: number | null }>({ near: from === 0, height: null });
  useEffect(() => {
    const body = place.current;
    if (body === null) return;
    const watch = new IntersectionObserver(
      (seen) => {
        const near = seen.at(-1)?.isIntersecting === true || body.contains(document.activeElement);
        setSight((before) => (near === before.near ? before : { near, height: near ? null : body.offsetHeight }));
      },
      { rootMargin: AHEAD },
    );
    // Paper has no window: all of it is in sight.
    const draw = () => flushSync(() => setSight({ near: true, height: null }));
    watch.observe(body);
    addEventListener('beforeprint', draw);
    return () => {
      watch.disconnect();
      removeEventListener('beforeprint', draw);
    };
  }, [place]);
  return sight;
}

/** Some rows of the table. Only those near the window are drawn: hundreds of running clocks would keep every hand waiting. */
export function RowChunk({ lines, fresh, from }: ChunkProps) {
  const place = useRef<HTMLTableSectionElement>(null);
  const { near, height } = useInSight(place, from);
  return (
    <tbody role="rowgroup" ref={place} className={near ? undefined : 'far'}>
      {near ? (
        lines.map((line, n) => <IncidentRow key={line.id} line={line} fresh={fresh.has(line.id)} index={from + n} />)
      ) : (
        <tr aria-hidden="true" style={{ blockSize: height ?? lines.length * ROW_PX }} />
      )}
    </tbody>
  );
}
