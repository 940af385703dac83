import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { Sparkline, spanOf } from '../stories/sparkline.js';
import { channelKeys } from './channels.js';

interface Mark {
  id: string;
  at: string;
  kind: 'release' | 'conference' | 'limit';
  words: string;
}

/** What the office did and had to do, beside what was said: own releases and conferences, and the limits by law. */
function useMarks({ clocks, statements, pressConferences }: IncidentView): Mark[] {
  const { t } = useTranslation();
  const channelName = (channel: string): string => {
    const key = channelKeys.find((one) => one === channel);
    return key === undefined ? channel : t(`action.channels.${key}`);
  };
  const marks: Mark[] = [
    ...clocks.map(({ id, dueAt, kind }): Mark => ({ id, at: dueAt, kind: 'limit', words: t(`clock.kind.${kind}`) })),
    ...statements.map(({ id, publishedAt, channel }): Mark => ({
      id,
      at: publishedAt,
      kind: 'release',
      words: channelName(channel),
    })),
    ...pressConferences.map(({ id, startedAt, place }): Mark => ({
      id,
      at: startedAt,
      kind: 'conference',
      words: place,
    })),
  ];
  return marks.sort((one, other) => one.at.localeCompare(other.at));
}

/** 热度曲线: reports by the hour, later by the day, with what the office published and when it had to. */
export function HeatCurve({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const marks = useMarks(incident);
  const { heat } = incident;
  if (heat.length === 0) return null;
  const span = spanOf(
    heat,
    marks.map((mark) => Date.parse(mark.at)),
  );
  const place = (at: string) => `${(((Date.parse(at) - span.start) / (span.end - span.start)) * 100).toFixed(2)}%`;
  return (
    <figure className="heat-curve">
      <div className="heat-plot">
        <Sparkline points={heat} span={span} />
        {marks.map(({ id, at, kind }) => (
          <i key={id} aria-hidden="true" className={`heat-mark mark-${kind}`} style={{ insetInlineStart: place(at) }} />
        ))}
      </div>
      <figcaption>
        <ul>
          {marks.map(({ id, at, kind, words }) => (
            <li key={id}>
              <i aria-hidden="true" className={`heat-key mark-${kind}`} />
              {t(`incident.heat.${kind}`)} {words} <Moment at={at} />
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
