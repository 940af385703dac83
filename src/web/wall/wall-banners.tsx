import { useTranslation } from 'react-i18next';
import { blindWords } from '../board/sight.js';
import { wallClock } from '../clock/beijing.js';
import { useClockOrMoment, useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { ToneSign } from '../marks/signs.js';
import { useWall, useWallSignal, useWallStore } from './wall-context.js';

function Lost() {
  const { t } = useTranslation();
  const lastTrueAt = useWallStore().lastTrueAt();
  return (
    <div className="wall-banner wall-banner-lost" role="alert">
      <ToneSign tone="overdue" />
      <strong>{t('signal.lostTitle')}</strong>
      <span>{lastTrueAt === null ? t('signal.lostNever') : t('signal.lostBody', { time: wallClock(lastTrueAt) })}</span>
    </div>
  );
}

/** What keeps a quiet wall from being taken for a quiet day. */
export function WallBanners() {
  const { t } = useTranslation();
  const say = useSay();
  const timeOf = useClockOrMoment();
  const moment = useMoment();
  const signal = useWallSignal();
  const tick = useWall((state) => state.tick);
  const told = [
    tick && !tick.calm.seeing && t('calm.blind', { causes: blindWords(tick.calm, say, timeOf) }),
    tick?.clockSuspectSince && t('signal.clockDoubt', { time: moment(tick.clockSuspectSince) }),
    tick?.sweepLate && t('signal.sweepLate'),
  ];
  return (
    <>
      {signal.state === 'lost' && <Lost />}
      {told.map(
        (words) =>
          words && (
            <div key={words} className="wall-banner" role="status">
              <ToneSign tone="overdue" />
              <span>{words}</span>
            </div>
          ),
      )}
    </>
  );
}
