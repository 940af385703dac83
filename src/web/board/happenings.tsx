import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { isHappening, useJournalWords } from '../words/journal-words.js';
import { useBoard, useBoardStore } from './board-context.js';

const SHOWN = 12;

function Happening({ row }: { row: JournalLine }) {
  const store = useBoardStore();
  const { t } = useTranslation();
  const words = useJournalWords();
  const incident = store.incident(row.incidentId);
  return (
    <li>
      <Moment at={row.at} show="short" />
      <span className="happening">
        <span>{words(row)}</span>
        {row.incidentId !== null && (
          <Link to="/incidents/$id" params={{ id: row.incidentId }}>
            {incident?.title ?? t('board.closed')}
          </Link>
        )}
      </span>
    </li>
  );
}

/** The latest rows of the journal, in words. */
export function Happenings() {
  const { t } = useTranslation();
  const told = useBoard((state) => state.recent).filter(isHappening);
  return (
    <section className="side-block" aria-labelledby="happenings">
      <h2 id="happenings">{t('board.happenings')}</h2>
      {told.length === 0 && <p className="quiet">{t('board.happeningsEmpty')}</p>}
      <ol className="happenings">
        {told.slice(0, SHOWN).map((row) => (
          <Happening key={row.seq} row={row} />
        ))}
      </ol>
    </section>
  );
}
