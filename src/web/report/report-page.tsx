import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ResponseTimes } from '../../contract/response-times.js';
import { responseTimesQuery } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoardStore } from '../board/board-context.js';
import { beijingDate, daySpan, monthDays } from '../clock/beijing.js';
import { useMoment } from '../clock/moment.js';
import { useNamePage } from '../shell/page-name.js';
import { BureauTable } from './bureau-table.js';
import { PeriodPicker } from './period-picker.js';
import { RowTable } from './row-table.js';
import { Totals } from './totals.js';
import '../styles/report.css';

function Figures({ report }: { report: ResponseTimes }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { seq, hash } = report.journal;
  return (
    <>
      <p className="as-of">{t('report.asOf', { time: moment(report.asOf) })}</p>
      <Totals report={report} />
      <BureauTable report={report} />
      <RowTable report={report} />
      <footer className="report-note">
        <p>{t('report.note')}</p>
        <p>
          {t('report.chain', { seq })} <code>{hash}</code>
        </p>
      </footer>
    </>
  );
}

/** 时效报告: how fast the office answered, and who did not. */
export function ReportPage() {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const search = useSearch({ from: '/shell/reports/response-times' });
  const month = monthDays(clock.now(), 0);
  const from = search.from ?? month.from;
  const to = search.to ?? (search.from === undefined ? month.to : beijingDate(clock.now()));
  const { data, error } = useQuery({ ...responseTimesQuery(daySpan(from, to)), enabled: from <= to });
  useNamePage(t('report.title'));
  return (
    <div className="report">
      <header className="report-head">
        <h1>{t('report.title')}</h1>
        <p className="print-only">{t('report.days', { from, to })}</p>
        <PeriodPicker key={`${from}${to}`} from={from} to={to} />
        <Button className="no-print" onClick={() => window.print()}>
          {t('report.print')}
        </Button>
      </header>
      {data && <Figures report={data} />}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('report.loading')}</p>
      )}
    </div>
  );
}
