import { useTranslation } from 'react-i18next';
import type { Calm } from '../../contract/calm.js';
import { useClockOrMoment } from '../clock/moment.js';
import { Mark } from '../marks/mark.js';
import { useSignal } from '../shell/signal-badge.js';
import { useBoard } from './board-context.js';
import { sightOf } from './sight.js';

/** What is behind the quiet, and what would end it: a promise only while all is read. */
function Seeing({ core, pausedCount }: Calm) {
  const { t } = useTranslation();
  const timeOf = useClockOrMoment();
  const time = core.readUntil === null ? '' : timeOf(core.readUntil);
  return (
    <>
      <p>
        {t('calm.seeingBody', { count: core.watched, time })}
        {pausedCount > 0 && t('calm.pausedAlso', { count: pausedCount })}
      </p>
      <p>{t('board.emptyBody')}</p>
    </>
  );
}

/** No open incidents: quiet only if we see, and never a word of quiet while we do not know. */
export function EmptyBoard() {
  const { t } = useTranslation();
  const signal = useSignal();
  const board = useBoard((state) => state);
  const { calm } = board;
  const sight = sightOf(board, signal);
  return (
    <div className={`empty empty-${sight}`}>
      <Mark size={40} />
      <p className="empty-title">{t(`calm.${sight}Title`)}</p>
      {sight === 'seeing' && calm !== null && <Seeing {...calm} />}
      {sight === 'blind' && <p>{t('calm.watchOtherwise')}</p>}
      {sight === 'unknown' && <p>{t('calm.unknownBody')}</p>}
    </div>
  );
}
