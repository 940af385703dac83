import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { responseTimesQuery } from '../api/queries.js';
import { daySpan, monthDays } from '../clock/beijing.js';
import { OnDuty } from '../roster/on-duty.js';
import { useMay } from '../session/person.js';
import { useBoard, useNow } from './board-context.js';
import { countUp, type Show } from './board-order.js';

const SHOWN: readonly Show[] = ['overdue', 'soon', 'unsigned', 'all'];

function Counter({ show, count, chosen }: { show: Show; count: number; chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/"
      search={show === 'all' || chosen ? {} : { show }}
      className={`counter counter-${show}${count === 0 ? ' counter-zero' : ''}`}
      aria-current={chosen ? 'true' : undefined}
    >
      <span className="counter-number">{count}</span>
      <span className="counter-label">{t(`board.count.${show}`)}</span>
    </Link>
  );
}

/** This month's on-time figures, from the report; they click through to it. */
function MonthRates() {
  const { t } = useTranslation();
  const now = useNow();
  const days = monthDays(now, 0);
  const { data } = useQuery(responseTimesQuery(daySpan(days.from, days.to)));
  if (data === undefined) return null;
  return (
    <Link to="/reports/response-times" className="month">
      <span className="month-label">{t('board.month')}</span>
      {data.total
        .filter(({ kind }) => kind === 'statement_5h' || kind === 'press_conference_24h')
        .map(({ kind, met, due }) => (
          <span key={kind} className="month-rate">
            {t(`clock.short.${kind}`)}
            <b>
              {met}/{due}
            </b>
          </span>
        ))}
    </Link>
  );
}

/** Four counts that are filters, kept in the address. */
export function Counters({ show }: { show: Show }) {
  const { t } = useTranslation();
  const now = useNow();
  const incidents = useBoard((state) => state.incidents);
  const counts = countUp(incidents.values(), now);
  const mayReport = useMay('report.response_times');
  return (
    <div className="counters">
      <nav className="counter-row" aria-label={t('board.counters')}>
        {SHOWN.map((one) => (
          <Counter key={one} show={one} count={counts[one]} chosen={one === show} />
        ))}
      </nav>
      <div className="counters-end">
        <OnDuty />
        {mayReport && <MonthRates />}
      </div>
    </div>
  );
}
