import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../contract/clock.js';
import type { IncidentView } from '../../contract/incident.js';
import { useNow } from '../board/board-context.js';
import { clockWords, spelled, standingOf } from '../clock/countdown.js';
import { Moment, useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { ToneSign } from '../marks/signs.js';
import { FollowUp } from './follow-up.js';
import { InternalTargets } from './internal-targets.js';
import { StartProposals } from './start-proposals.js';
import { WaiveClock } from './waive-clock.js';

function ClockPanel({ incident, clock }: { incident: IncidentView; clock: ClockView }) {
  const { t } = useTranslation();
  const say = useSay();
  const moment = useMoment();
  const standing = standingOf(clock, useNow());
  const percent = Math.floor(standing.gone * 100);
  return (
    <section className={`clock-panel tone-${standing.tone}`} aria-label={t(`clock.kind.${clock.kind}`)}>
      <h2>{t(`clock.kind.${clock.kind}`)}</h2>
      <p className="clock-big">
        <ToneSign tone={standing.tone} />
        {clockWords(standing, say)}
      </p>
      <div className="gone gone-big" role="img" aria-label={t('clock.gone', { percent })}>
        <span className="gone-part" style={{ inlineSize: `${standing.gone * 100}%` }} />
      </div>
      <p className="clock-ends">
        <span>
          {t('clock.startWord')} <Moment at={clock.startAt} />
        </span>
        {clock.metAt !== null && (
          <span>
            {t('clock.answeredWord')} <Moment at={clock.metAt} />
          </span>
        )}
        <span>
          {t('clock.dueWord')} <Moment at={clock.dueAt} />
        </span>
      </p>
      {clock.bornOverdue && <p className="clock-born">{t('clock.bornOverdue')}</p>}
      {clock.formerly.map((one) => (
        <p key={one.replacedAt} className="clock-note">
          {t(one.metAt === null ? 'clockStart.formerly' : 'correction.formerly', {
            time: moment(one.metAt ?? one.startAt),
            start: moment(one.startAt),
            due: moment(one.dueAt),
            verdict: t(`clockStart.verdict.${one.verdict}`),
          })}
        </p>
      ))}
      <WaiveClock incident={incident} clock={clock} />
      <p className="citation">{clock.citation}</p>
    </section>
  );
}

/** The duties of the incident; from where they run, and how long the office has known. */
export function ClockPanels({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const say = useSay();
  const now = useNow();
  const { clocks, clockBasis, clockStartAt, detectedAt } = incident;
  return (
    <section className="clock-panels" aria-label={t('incident.clocks')}>
      {clocks.length === 0 ? (
        <p className="quiet">
          {t('incident.noClocks')} {t('incident.noClocksHint')}
        </p>
      ) : (
        <div className="clock-row">
          {clocks.map((clock) => (
            <ClockPanel key={clock.id} incident={incident} clock={clock} />
          ))}
        </div>
      )}
      <FollowUp incident={incident} />
      <p className="clock-basis">
        {t('incident.anchor')}: <b>{t(`clock.basis.${clockBasis}`)}</b> <Moment at={clockStartAt} />
        <span>{t('incident.knownFor', { length: spelled(Math.max(0, now - Date.parse(detectedAt)), say) })}</span>
      </p>
      <StartProposals incident={incident} />
      <InternalTargets incident={incident} />
    </section>
  );
}
