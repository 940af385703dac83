import { useTranslation } from 'react-i18next';
import { useBoard, useBoardStore } from '../board/board-context.js';
import { wallClock } from '../clock/beijing.js';
import { ToneSign } from '../marks/signs.js';
import { SoundBanner } from '../sound/sound-banner.js';
import { AuditBanner } from './audit-banner.js';
import { BlindBanner } from './blind-banner.js';
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

/** What keeps a quiet screen from being taken for a quiet day. */
export function SignalBanner() {
  const { t } = useTranslation();
  const signal = useSignal();
  const sweepLate = useBoard((state) => state.sweepLate);
  return (
    <>
      {signal.state === 'lost' && <Lost />}
      <SoundBanner />
      <BlindBanner />
      <ClockDoubt />
      <AuditBanner />
      {sweepLate && (
        <div className="banner banner-blind" role="status">
          <ToneSign tone="overdue" />
          <span>{t('signal.sweepLate')}</span>
        </div>
      )}
    </>
  );
}
