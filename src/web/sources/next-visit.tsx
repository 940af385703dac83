import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { useAt } from '../board/board-context.js';
import { hms } from '../clock/countdown.js';
import { useSay } from '../clock/say.js';
import { budgetOf } from './budget.js';
import { lengthWords } from './length.js';

const HOUR_MS = 3_600_000;

/** `04:59`, with hours from one hour on. */
function clockOf(ms: number): string {
  const full = hms({ tone: 'running', ms });
  return ms < HOUR_MS ? full.slice(3) : full;
}

function Countdown({ at }: { at: string }) {
  const { t } = useTranslation();
  return useAt((now) => {
    const ms = Date.parse(at) - now;
    return ms <= 0 ? t('source.dueNow') : t('source.in', { time: clockOf(ms) });
  });
}

/** The time since the last reading against its limit: a hairline that fills up, and what is planned in words. */
function Budget({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const say = useSay();
  const tone = useAt((now) => budgetOf(source, now).tone);
  const permille = useAt((now) => Math.round(budgetOf(source, now).gone * 1000));
  const limit = lengthWords(source.budgetSeconds, say);
  const { planned } = budgetOf(source, 0);
  const words = planned === null ? null : { planned: lengthWords(planned, say), limit };
  return (
    <span className={`budget tone-${tone}`} title={words ? t('source.plannedHint', words) : undefined}>
      <span className="gone" aria-hidden="true">
        <span className="gone-part" style={{ inlineSize: `${permille / 10}%` }} />
      </span>
      <small>{words ? t('source.planned', words) : t('source.limit', { limit })}</small>
    </span>
  );
}

/** When the source is read next, counted down by server time, and whether that is soon enough. */
export function NextVisit({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  if (source.isIntake) return <span className="quiet">{t('source.pushed')}</span>;
  if (!source.enabled || source.pausedAt !== null || source.nextVisitAt === null)
    return <span className="quiet">{t('source.noVisit')}</span>;
  return (
    <>
      <span className="next-in">
        <Countdown at={source.nextVisitAt} />
      </span>
      <Budget source={source} />
    </>
  );
}
