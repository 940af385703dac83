import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';
import { useMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';

/** The server's clock jumped: what counts down may count wrong. */
export function ClockDoubt() {
  const { t } = useTranslation();
  const since = useBoard((state) => state.clockSuspectSince);
  const moment = useMoment();
  if (since === null) return null;
  return (
    <div className="banner banner-blind" role="status">
      <ToneSign tone="overdue" />
      <span>{t('signal.clockDoubt', { time: moment(since) })}</span>
    </div>
  );
}
