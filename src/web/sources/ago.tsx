import { useTranslation } from 'react-i18next';
import { useAt } from '../board/board-context.js';
import { useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { lengthWords } from './length.js';

/** How long ago, in words; hovering shows the instant in 北京时间 and UTC. */
export function Ago({ at }: { at: string | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const moment = useMoment();
  const words = useAt((now) => {
    if (at === null) return t('source.never');
    const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
    return seconds < 10 ? t('time.justNow') : t('time.ago', { length: lengthWords(tens(seconds), say) });
  });
  if (at === null) return <span className="quiet">{words}</span>;
  return (
    <time dateTime={at} title={`${moment(at)} ${t('time.beijing')} · ${at}`}>
      {words}
    </time>
  );
}

/** A column that flickers every second says nothing more than one that moves every ten. */
const tens = (seconds: number): number => (seconds < 120 ? Math.floor(seconds / 10) * 10 : seconds);
