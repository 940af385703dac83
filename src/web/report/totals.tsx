import { useTranslation } from 'react-i18next';
import type { ResponseTimes } from '../../contract/response-times.js';
import { spelled } from '../clock/countdown.js';
import { useSay } from '../clock/say.js';
import { Bar, Rate } from './rate.js';

const KINDS = ['statement_5h', 'press_conference_24h', 'other_48h', 'follow_up'] as const;
const COUNTS = ['due', 'met', 'late', 'openOverdue', 'running', 'waived'] as const;

function Total({ total }: { total: ResponseTimes['total'][number] }) {
  const { t } = useTranslation();
  const say = useSay();
  const minutes = (value: number | null): string => (value === null ? '—' : spelled(value * 60_000, say));
  return (
    <section className="total" aria-label={t(`clock.kind.${total.kind}`)}>
      <h2>{t(`clock.kind.${total.kind}`)}</h2>
      <p className="total-rate">{total.due === 0 ? t('report.noneDue') : <Rate tally={total} big />}</p>
      <Bar tally={total} />
      <dl>
        {COUNTS.map((count) => (
          <div key={count} className={total[count] === 0 ? undefined : `total-${count}`}>
            <dt>{t(`report.col.${count}`)}</dt>
            <dd>{total[count]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('report.col.median')}</dt>
          <dd>{minutes(total.medianMinutes)}</dd>
        </div>
        <div>
          <dt>{t('report.col.worst')}</dt>
          <dd>{minutes(total.worstMinutes)}</dd>
        </div>
      </dl>
      {total.recordedLate > 0 && <p className="quiet">{t('report.recordedLate', { count: total.recordedLate })}</p>}
      {total.bornOverdue > 0 && <p className="quiet">{t('report.bornOverdue', { count: total.bornOverdue })}</p>}
    </section>
  );
}

const hasSomething = ({ kind, due, running, waived }: ResponseTimes['total'][number]): boolean =>
  kind === 'statement_5h' || kind === 'press_conference_24h' || due + running + waived > 0;

/** One panel for each clock that has anything to say. */
export function Totals({ report }: { report: ResponseTimes }) {
  const shown = KINDS.flatMap((kind) => report.total.find((one) => one.kind === kind) ?? []).filter(hasSomething);
  if (shown.length === 0) return null;
  return (
    <div className="totals">
      {shown.map((total) => (
        <Total key={total.kind} total={total} />
      ))}
    </div>
  );
}
