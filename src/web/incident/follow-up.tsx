import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../contract/clock.js';
import type { IncidentView } from '../../contract/incident.js';
import { useNow } from '../board/board-context.js';
import { clockWords, isOpenClock, standingOf } from '../clock/countdown.js';
import { Moment, useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { ToneSign } from '../marks/signs.js';
import { useMay } from '../session/person.js';

const EndDialog = lazy(() => import('./end-follow-up-dialog.js').then((module) => ({ default: module.EndDialog })));

/** 持续发布, apart from what the law sets: the cycle begun last, those before it, and ending it. */
export function FollowUp({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const mayEnd = useMay('incident.end_follow_up');
  const [ending, setEnding] = useState(false);
  const { followUp, followUps } = incident;
  if (followUp === null) return null;
  return (
    <section className="follow-up" aria-label={t('clock.kind.follow_up')}>
      <Cycle cycle={followUp} />
      {mayEnd && isOpenClock(followUp) && (
        <Button size="small" onClick={() => setEnding(true)}>
          {t('followUp.end')}
        </Button>
      )}
      <PastCycles cycles={followUps.slice(0, -1)} />
      <p className="citation">{followUp.citation}</p>
      {ending && (
        <Suspense>
          <EndDialog incident={incident} onClose={() => setEnding(false)} />
        </Suspense>
      )}
    </section>
  );
}

function Cycle({ cycle }: { cycle: ClockView }) {
  const { t } = useTranslation();
  const say = useSay();
  const standing = standingOf(cycle, useNow());
  return (
    <p className={`follow-up-cycle tone-${standing.tone}`}>
      <b>{t('followUp.nth', { n: cycle.cycleNo })}</b>
      <ToneSign tone={standing.tone} />
      <span>{standing.tone === 'waived' ? t('followUp.ended') : clockWords(standing, say)}</span>
      <span>
        {t('clock.dueWord')} <Moment at={cycle.dueAt} />
      </span>
      <small>{t('followUp.own')}</small>
    </p>
  );
}

function PastCycles({ cycles }: { cycles: readonly ClockView[] }) {
  const { t } = useTranslation();
  const moment = useMoment();
  if (cycles.length === 0) return null;
  return (
    <details className="follow-up-past">
      <summary>
        {t('followUp.before')} ({cycles.length})
      </summary>
      <ul>
        {cycles.map(({ id, cycleNo, dueAt, state }) => (
          <li key={id}>
            {t('followUp.cycle', { n: cycleNo, due: moment(dueAt), verdict: t(`followUp.verdict.${state}`) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
