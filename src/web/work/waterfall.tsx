import { type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { WaterfallView } from '../../contract/records/waterfall.js';
import { timeByUse } from '../../domain/waterfall/waterfall.js';
import { useNow } from '../board/board-context.js';
import { spelled } from '../clock/countdown.js';
import { useSay } from '../clock/say.js';
import { useBureauName } from '../words/bureau-name.js';
import { usePersonName } from '../words/person-name.js';
import { axisOf } from './axis.js';
import '../styles/waterfall.css';

type Stretch = WaterfallView['stretches'][number];
type Place = (at: number) => number;

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const endOf = ({ to }: Stretch, now: number): number => (to === null ? now : Date.parse(to));

/** A bar from here to there, and the limits across it. What lay before the clocks began has no bar. */
function Bar({
  stretch,
  place,
  limits,
  now,
}: {
  stretch: Stretch;
  place: Place;
  limits: readonly number[];
  now: number;
}) {
  const from = place(Date.parse(stretch.from));
  const style: CSSProperties = {
    insetInlineStart: percent(from),
    inlineSize: percent(place(endOf(stretch, now)) - from),
  };
  return (
    <span className="waterfall-axis" aria-hidden="true">
      {limits.map((limit) => (
        <i key={limit} className="waterfall-limit" style={{ insetInlineStart: percent(place(limit)) }} />
      ))}
      <span className={`waterfall-bar use-${stretch.use}${stretch.to === null ? ' is-open' : ''}`} style={style} />
    </span>
  );
}

/** Whoever ended it; of what is open or lay with the machine, where it lies. */
function useHolder(lead: string): (stretch: Stretch) => string {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const bureauOf = useBureauName();
  return ({ holder, by }) => {
    const place = holder === 'lead' ? bureauOf(lead) : t(`work.waterfall.holder.${holder}`);
    return by === null || by.startsWith('system') ? place : `${place} · ${nameOf(by)}`;
  };
}

function Legend({ stretches, now }: { stretches: readonly Stretch[]; now: number }) {
  const { t } = useTranslation();
  const say = useSay();
  const sums = timeByUse(
    stretches.map((one) => ({ ...one, from: Date.parse(one.from), to: one.to === null ? null : Date.parse(one.to) })),
    now,
  );
  return (
    <p className="waterfall-legend">
      {(['waiting', 'working'] as const).map((use) => (
        <span key={use}>
          <i className={`waterfall-key use-${use}`} aria-hidden="true" />
          {t(`work.waterfall.use.${use}`)} {spelled(sums[use], say)}
        </span>
      ))}
      <small>{t('work.waterfall.scale')}</small>
    </p>
  );
}

interface WaterfallProps {
  incident: Pick<IncidentView, 'lead'>;
  waterfall: WaterfallView;
}

/** 用时分布: each stage with its bar against the limits by law; a table to whoever cannot see the bars. */
export function Waterfall({ incident, waterfall: { stretches, startAt, limits } }: WaterfallProps) {
  const { t } = useTranslation();
  const say = useSay();
  const now = useNow();
  const holderOf = useHolder(incident.lead);
  const dues = limits.map(({ dueAt }) => Date.parse(dueAt));
  const ends = stretches.map((stretch) => endOf(stretch, now));
  if (stretches.length === 0) return null;
  const place = axisOf(Date.parse(startAt), Math.max(...dues, ...ends), dues);
  return (
    <section className="main-block waterfall" aria-labelledby="waterfall">
      <h2 id="waterfall">{t('work.waterfall.title')}</h2>
      <Legend stretches={stretches} now={now} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('work.waterfall.stage')}</th>
            <th scope="col" className="waterfall-heads">
              <span className="waterfall-when">{t('work.waterfall.when')}</span>
              {limits.map(({ kind, dueAt }) => (
                <span
                  key={kind}
                  className="waterfall-head"
                  style={{ insetInlineStart: percent(place(Date.parse(dueAt))) }}
                >
                  {t(`work.waterfall.limit.${kind}`)}
                </span>
              ))}
            </th>
            <th scope="col">{t('work.waterfall.took')}</th>
            <th scope="col">{t('work.waterfall.who')}</th>
          </tr>
        </thead>
        <tbody>
          {stretches.map((stretch) => (
            <tr key={stretch.until} className={stretch.to === null ? 'is-open' : undefined}>
              <th scope="row">{t(`work.waterfall.until.${stretch.until}`)}</th>
              <td className="waterfall-picture">
                <span className="waterfall-when">{t(`work.waterfall.use.${stretch.use}`)}</span>
                <Bar {...{ stretch, place, now }} limits={dues} />
              </td>
              <td className="waterfall-took">
                {spelled(endOf(stretch, now) - Date.parse(stretch.from), say)}
                {stretch.to === null && <small> {t('work.waterfall.open')}</small>}
              </td>
              <td className="waterfall-who">{holderOf(stretch)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
