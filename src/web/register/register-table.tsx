import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClockKind, ClockView } from '../../contract/clock.js';
import type { IncidentLine } from '../../contract/incident.js';
import { ClockCell } from '../clock/clock-cell.js';
import { Moment } from '../clock/moment.js';
import { LevelWord } from '../marks/level-word.js';
import { PriorityMark } from '../marks/priority-mark.js';
import { useBureauName } from '../words/bureau-name.js';

const COLUMNS = ['level', 'event', 'lead', 'stage', 'statement', 'conference', 'opened'] as const;
/** The first answer: 5 h at levels I and II, 48 h for other opinion. */
const FIRST_ANSWER: readonly ClockKind[] = ['statement_5h', 'other_48h'];
const CONFERENCE: readonly ClockKind[] = ['press_conference_24h'];

function Duty({ clock, label }: { clock: ClockView | undefined; label: string }) {
  return (
    <td role="cell" className="register-duty" data-label={label}>
      {clock ? <ClockCell clock={clock} /> : <span className="no-clock">—</span>}
    </td>
  );
}

function Row({ line }: { line: IncidentLine }) {
  const { t } = useTranslation();
  const nameOf = useBureauName();
  const of = (kinds: readonly ClockKind[]) => line.clocks.find(({ kind }) => kinds.includes(kind));
  return (
    <tr role="row">
      <td role="cell" data-label={t('register.col.level')}>
        <LevelWord level={line.level} />
      </td>
      <th role="rowheader" scope="row" className="row-title">
        <Link to="/incidents/$id" params={{ id: line.id }}>
          {line.title}
        </Link>
        <small>
          <span className="number">{line.number}</span>
          {line.priority.length > 0 && <PriorityMark priority={line.priority} short />}
          {line.campaigns.map(({ id, name }) => (
            <span key={id}>{name}</span>
          ))}
          {line.articleCount > 0 && <span>{t('board.reports', { count: line.articleCount })}</span>}
        </small>
      </th>
      <td role="cell" data-label={t('register.col.lead')}>
        {nameOf(line.lead)}
        {line.co.length > 0 && <small>{t('board.co', { names: line.co.map(nameOf).join(t('list.comma')) })}</small>}
      </td>
      <td role="cell" data-label={t('register.col.stage')}>
        {t(`stage.${line.stage}`)}
      </td>
      <Duty clock={of(FIRST_ANSWER)} label={t('register.col.statement')} />
      <Duty clock={of(CONFERENCE)} label={t('register.col.conference')} />
      <td role="cell" className="register-opened" data-label={t('register.col.opened')}>
        <Moment at={line.openedAt} />
      </td>
    </tr>
  );
}

/** A real table; cards on a narrow screen. */
export function RegisterTable({ lines }: { lines: readonly IncidentLine[] }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('register.title')}>
      <table role="table" className="figures register">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`register.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
