import { useTranslation } from 'react-i18next';
import type { ResponseTimes } from '../../contract/response-times.js';
import { spelled } from '../clock/countdown.js';
import { useSay } from '../clock/say.js';
import { useBureauName } from '../words/bureau-name.js';
import { Bar, Rate } from './rate.js';

const COUNTS = ['due', 'met', 'late', 'openOverdue', 'running', 'waived'] as const;

/** The same counts for each bureau and clock, worst first. */
export function BureauTable({ report }: { report: ResponseTimes }) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useBureauName();
  if (report.byBureau.length === 0) return null;
  const worstFirst = [...report.byBureau].sort(
    (a, b) => b.openOverdue - a.openOverdue || b.late - a.late || b.due - a.due || a.bureau.localeCompare(b.bureau),
  );
  return (
    <section className="report-block" aria-labelledby="by-bureau">
      <h2 id="by-bureau">{t('report.byBureau')}</h2>
      <div className="wide-table" tabIndex={0} role="group" aria-labelledby="by-bureau">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('report.col.bureau')}</th>
              <th scope="col">{t('report.col.clock')}</th>
              {COUNTS.map((count) => (
                <th key={count} scope="col" className="num">
                  {t(`report.col.${count}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('report.col.median')}
              </th>
              <th scope="col" className="num">
                {t('report.col.rate')}
              </th>
              <td className="bar-cell" />
            </tr>
          </thead>
          <tbody>
            {worstFirst.map((row) => (
              <tr key={row.bureau + row.kind}>
                <th scope="row">{nameOf(row.bureau) === row.bureau ? row.bureauName : nameOf(row.bureau)}</th>
                <td>{t(`clock.short.${row.kind}`)}</td>
                {COUNTS.map((count) => (
                  <td key={count} className={`num count-${count}${row[count] === 0 ? ' zero' : ''}`}>
                    {row[count]}
                  </td>
                ))}
                <td className="num">{row.medianMinutes === null ? '—' : spelled(row.medianMinutes * 60_000, say)}</td>
                <td className="num">
                  <Rate tally={row} />
                </td>
                <td className="bar-cell">
                  <Bar tally={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
