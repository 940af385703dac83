import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallLine } from '../../contract/wall.js';
import { useNow } from '../board/board-context.js';
import { sightOf } from '../board/sight.js';
import { Mark } from '../marks/mark.js';
import { arrangeWall, type Arranged, type Room, turnAt } from './turns.js';
import { useWall, useWallSignal } from './wall-context.js';
import { WallRow } from './wall-row.js';

/** The least height of a row, rem: of two lines of title, and of one. */
const ROW = { roomy: 7.4, close: 5.6 };
/** From this width on, rem, the rows stand in two columns (32:9). */
const TWO_COLUMNS = 130;
/** How long turning may be stopped: nobody need remember to let it go on. */
const HELD_MS = 120_000;

interface Measured extends Room {
  columns: number;
}

/** How many rows the place holds, measured whenever it changes. */
function useRoom(place: RefObject<HTMLElement | null>): Measured {
  const [room, setRoom] = useState<Measured>({ roomy: 6, close: 8, columns: 1 });
  useLayoutEffect(() => {
    const shown = place.current;
    if (shown === null) return;
    const measure = (): void => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const columns = shown.clientWidth / rem >= TWO_COLUMNS ? 2 : 1;
      const rows = (least: number): number => Math.max(1, Math.floor(shown.clientHeight / rem / least));
      setRoom((before) => {
        const next = { roomy: rows(ROW.roomy) * columns, close: rows(ROW.close) * columns, columns };
        return JSON.stringify(next) === JSON.stringify(before) ? before : next;
      });
    };
    const watching = new ResizeObserver(measure);
    watching.observe(shown);
    measure();
    return () => watching.disconnect();
  }, [place]);
  return room;
}

/** Whose turn it is; stopped by hand it stays there for a while (WCAG 2.2.2). */
function useTurn(pages: number): { turn: number; held: boolean; toggle: () => void } {
  const now = useNow();
  const [stop, setStop] = useState<{ at: number; turn: number } | null>(null);
  const held = stop !== null && now - stop.at < HELD_MS;
  const turn = pages === 0 ? 0 : (held ? stop.turn : turnAt(now, pages)) % pages;
  return { turn, held, toggle: () => setStop(held ? null : { at: now, turn }) };
}

interface TurningProps {
  arranged: Arranged;
  turn: number;
  held: boolean;
  toggle: () => void;
}

function Turning({ arranged: { pages, pinnedTurning }, turn, held, toggle }: TurningProps) {
  const { t } = useTranslation();
  const count = pages.reduce((sum, page) => sum + page.length, 0);
  return (
    <p className="wall-turning">
      <span>{t('wall.page', { count, page: turn + 1, pages: pages.length })}</span>
      {pinnedTurning > 0 && <strong>{t('wall.pinnedTurning', { count: pinnedTurning })}</strong>}
      <button type="button" aria-pressed={held} onClick={toggle}>
        {t(held ? 'wall.held' : 'wall.hold')}
      </button>
    </p>
  );
}

/** No open cases: quiet only if we see, as on the desk. */
function Empty() {
  const { t } = useTranslation();
  const signal = useWallSignal();
  const calm = useWall((state) => state.tick?.calm ?? null);
  const sight = sightOf({ calm, seq: 0, gap: false }, signal);
  return (
    <div className={`wall-empty wall-empty-${sight}`}>
      <Mark size={96} />
      <p>{t(`calm.${sight}Title`)}</p>
    </div>
  );
}

function Rows({ lines, close, room }: { lines: WallLine[]; close: boolean; room: Measured }) {
  const { t } = useTranslation();
  const rows = (close ? room.close : room.roomy) / room.columns;
  return (
    <table role="table" className={close ? 'wall-rows wall-close' : 'wall-rows'} aria-label={t('wall.cases')}>
      <thead role="rowgroup" className="unseen">
        <tr role="row">
          {(['level', 'event', 'first', 'conference'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`wall.col.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        style={{
          gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
          gridTemplateColumns: `repeat(${room.columns}, minmax(0, 1fr))`,
        }}
      >
        {lines.map((line) => (
          <WallRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

/** The open cases: what presses stands, the rest takes turns when there is no room for all. */
export function WallCases({ lines }: { lines: readonly WallLine[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const arranged = arrangeWall(lines, room, now);
  const { turn, held, toggle } = useTurn(arranged.pages.length);
  const shown = [...arranged.fixed, ...(arranged.pages[turn] ?? [])];
  return (
    <section className="wall-cases" aria-label={t('wall.cases')}>
      <div className="wall-place" ref={place}>
        {lines.length === 0 ? <Empty /> : <Rows lines={shown} close={arranged.close} room={room} />}
      </div>
      {arranged.pages.length > 0 && <Turning arranged={arranged} turn={turn} held={held} toggle={toggle} />}
    </section>
  );
}
