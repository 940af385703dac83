import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Calm } from '../../contract/calm.js';
import { useClockOrMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { Mark } from '../marks/mark.js';
import { useMay } from '../session/person.js';
import { useSignal } from '../shell/signal-badge.js';
import { useBoard } from './board-context.js';
import { blindWords, sightOf } from './sight.js';

function Seeing({ core, pausedCount }: Calm) {
  const { t } = useTranslation();
  const timeOf = useClockOrMoment();
  const time = core.readUntil === null ? '' : timeOf(core.readUntil);
  return (
    <p>
      {t('calm.seeingBody', { count: core.watched, time })}
      {pausedCount > 0 && t('calm.pausedAlso', { count: pausedCount })}
    </p>
  );
}

function Blind({ calm }: { calm: Calm }) {
  const { t } = useTranslation();
  const say = useSay();
  const timeOf = useClockOrMoment();
  const maySeeSources = useMay('source.read');
  return (
    <>
      <p>{t('calm.blind', { causes: blindWords(calm, say, timeOf) })}</p>
      <p>{t('calm.watchOtherwise')}</p>
      {maySeeSources && <Link to="/sources">{t('calm.toSources')}</Link>}
    </>
  );
}

/** No open incidents: quiet only if we see, and never a word of quiet while we do not know. */
export function EmptyBoard() {
  const { t } = useTranslation();
  const signal = useSignal();
  const state = useBoard((board) => board);
  const sight = sightOf(state, signal);
  return (
    <div className={`empty empty-${sight}`}>
      <Mark size={40} />
      <p className="empty-title">{t(`calm.${sight}Title`)}</p>
      {state.calm !== null && sight === 'seeing' && <Seeing {...state.calm} />}
      {state.calm !== null && sight === 'blind' && <Blind calm={state.calm} />}
      {sight === 'unknown' && <p>{t('calm.unknownBody')}</p>}
      <p>{t('board.emptyBody')}</p>
    </div>
  );
}
