import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ResponseTimes } from '../../contract/response-times.js';
import { spelled, type Tone } from '../clock/countdown.js';
import { Moment, useMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { ToneSign } from '../marks/signs.js';
import { useBureauName } from '../words/bureau-name.js';

type Row = ResponseTimes['rows'][number];

const tones: Record<Row['verdict'], Tone> = {
  met: 'met',
  late: 'late',
  open_overdue: 'overdue',
  running: 'running',
  waived: 'waived',
};

/** How the verdict came about: recorded late, decided alone, with how much time left, and what it was before a correction. */
function VerdictNotes({ row }: { row: Row }) {
  const { t } = useTranslation();
  const say = useSay();
  const moment = useMoment();
  const { minutesLeft, formerly } = row;
  const length = spelled(Math.abs(minutesLeft ?? 0) * 60_000, say);
  return (
    <>
      {row.recordedLate && <small>{t('secondPerson.recordedLate')}</small>}
      {row.singleHanded && <small>{t('secondPerson.singleHanded')}</small>}
      {minutesLeft !== null && <small>{t(`secondPerson.${minutesLeft < 0 ? 'over' : 'left'}`, { length })}</small>}
      {formerly.map((one) => (
        <small key={one.replacedAt}>
          {t('secondPerson.formerly', { due: moment(one.dueAt), verdict: t(`report.verdict.${one.verdict}`) })}
        </small>
      ))}
    </>
  );
}

function Line({ row }: { row: Row }) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useBureauName();
  const tone = tones[row.verdict];
  return (
    <tr>
      <th scope="row" className="number">
        <Link to="/incidents/$id" params={{ id: row.incidentId }}>
          {row.number}
        </Link>
      </th>
      <td className="row-title">
        {row.title}
        {row.reason !== null && (
          <small>
            {row.exit !== null && <b>{t(`exit.name.${row.exit}`)} </b>}
            {row.reason}
          </small>
        )}
      </td>
      <td>{nameOf(row.bureau)}</td>
      <td>{t(`clock.short.${row.kind}`)}</td>
      <td>
        <Moment at={row.dueAt} />
      </td>
      <td>{row.metAt === null ? '—' : <Moment at={row.metAt} />}</td>
      <td className="num">{row.minutes === null ? '—' : spelled(row.minutes * 60_000, say)}</td>
      <td>
        <span className={`verdict tone-${tone}`}>
          <ToneSign tone={tone} />
          {t(`report.verdict.${row.verdict}`)}
        </span>
        {row.bornOverdue && <small>{t('clock.bornOverdue')}</small>}
        <VerdictNotes row={row} />
      </td>
    </tr>
  );
}

const COLUMNS = ['number', 'event', 'bureau', 'clock', 'dueAt', 'metAt', 'took', 'verdict'] as const;

/** Every duty behind the figures, with the way to its incident. */
export function RowTable({ report }: { report: ResponseTimes }) {
  const { t } = useTranslation();
  return (
    <section className="report-block" aria-labelledby="rows">
      <h2 id="rows">
        {t('report.rows')} <span className="count">{report.rows.length}</span>
      </h2>
      {report.rows.length === 0 ? (
        <p className="quiet">{t('report.noRows')}</p>
      ) : (
        <div className="wide-table" tabIndex={0} role="group" aria-labelledby="rows">
          <table className="figures">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={column === 'took' ? 'num' : undefined}>
                    {t(`report.col.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => (
                <Line key={row.clockId} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
