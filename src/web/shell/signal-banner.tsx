import { useTranslation } from 'react-i18next';
import { useBoard, useBoardStore } from '../board/board-context.js';
import { wallClock } from '../clock/beijing.js';
import { useMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { ClockDoubt } from './clock-doubt.js';
import { useSignal } from './signal-badge.js';

function Lost() {
  const { t } = useTranslation();
  const lastTrueAt = useBoardStore().lastTrueAt();
  return (
    <div className="banner banner-lost" role="alert">
      <ToneSign tone="overdue" />
      <strong>{t('signal.lostTitle')}</strong>
      <span>{lastTrueAt === null ? t('signal.lostNever') : t('signal.lostBody', { time: wallClock(lastTrueAt) })}</span>
    </div>
  );
}

function Blind() {
  const { t } = useTranslation();
  const calm = useBoard((state) => state.calm);
  const moment = useMoment();
  if (calm === null || calm.seeing) return null;
  const time = calm.blindSince === null ? '' : moment(calm.blindSince);
  return (
    <div className="banner banner-blind" role="status">
      <ToneSign tone="overdue" />
      <strong>{t('signal.blind', { time, sources: calm.blindSources.join(t('list.comma')) })}</strong>
      <span>{t('signal.blindBody')}</span>
    </div>
  );
}

/** What keeps a quiet screen from being taken for a quiet day. */
export function SignalBanner() {
  const { t } = useTranslation();
  const signal = useSignal();
  const sweepLate = useBoard((state) => state.sweepLate);
  return (
    <>
      {signal.state === 'lost' && <Lost />}
      <Blind />
      <ClockDoubt />
      {sweepLate && (
        <div className="banner banner-blind" role="status">
          <ToneSign tone="overdue" />
          <span>{t('signal.sweepLate')}</span>
        </div>
      )}
    </>
  );
}
