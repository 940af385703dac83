import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { useMay } from '../session/person.js';
import { useJournalWords } from '../words/journal-words.js';

/** Which rows stand out: decisions and proofs, against what the system did by itself. */
const weightOf = (row: JournalLine): string =>
  row.kind === 'threshold.fired' && row.data.key === 'due'
    ? 'overdue'
    : row.actor.startsWith('system')
      ? 'system'
      : 'person';

/** The journal of the incident in words, oldest first. */
export function Timeline({ rows, incidentId }: { rows: JournalLine[]; incidentId: string }) {
  const { t } = useTranslation();
  const mayJournal = useMay('journal.read');
  const words = useJournalWords();
  return (
    <section className="main-block" aria-labelledby="timeline">
      <h2 id="timeline">{t('incident.timeline')}</h2>
      {mayJournal && rows.length > 0 && (
        <Link className="timeline-proof" to="/journal" search={{ incident: incidentId }}>
          {t('incident.timelineProof')}
        </Link>
      )}
      <ol className="timeline">
        {rows.map((row) => (
          <li key={row.seq} className={`by-${weightOf(row)}`}>
            <Moment at={row.at} />
            <span>{words(row)}</span>
            <small className="number" title={row.kind}>
              #{row.seq}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
