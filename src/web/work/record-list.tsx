import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { CaseRecord } from '../../contract/records/record.js';
import { RECORD_RIGHTS } from '../../domain/lifecycle/record-rights.js';
import { may } from '../../domain/rights.js';
import { Moment } from '../clock/moment.js';
import { usePerson } from '../session/person.js';
import { usePersonName } from '../words/person-name.js';
import { recordWord } from '../words/record-words.js';
import { Attachments } from './attachments.js';
import { RecordBody } from './record-body.js';
import { useWorkWords } from './work-words.js';

/** The first of these that a record holds says in one line what it is about. */
const GISTS = ['title', 'topic', 'agreedLine', 'nature', 'demand', 'content', 'rumour', 'effect', 'text', 'reason'];

function useGist(): (record: CaseRecord) => string {
  const { choice } = useWorkWords();
  return ({ body, kind }) => {
    const { result } = body;
    if (kind !== 'liaison' && typeof result === 'string') return choice('result', result) ?? result;
    return String(GISTS.map((name) => body[name]).find((value) => typeof value === 'string') ?? '');
  };
}

interface OneProps {
  incidentId: string;
  record: CaseRecord;
  onCorrect: ((record: CaseRecord) => void) | null;
}

function One({ incidentId, record, onCorrect }: OneProps) {
  const { t } = useTranslation();
  const { role } = usePerson();
  const nameOf = usePersonName();
  const gist = useGist();
  const { kind, no, number, madeBy, madeAt, reason, body } = record;
  const mayCorrect = onCorrect !== null && kind !== 'draft' && may(role, RECORD_RIGHTS[kind]);
  return (
    <li>
      <details className="record">
        <summary>
          <b>
            {recordWord(kind, t)} {number ?? (kind === 'draft' ? t('work.nth', { no }) : null)}
          </b>
          <span className="record-gist">{gist(record)}</span>
          <small>
            {nameOf(madeBy)} <Moment at={madeAt} />
          </small>
        </summary>
        {reason !== null && <p className="quiet">{t('work.because', { reason })}</p>}
        <RecordBody body={body} />
        <Attachments incidentId={incidentId} record={record.id} open={onCorrect !== null} />
        {mayCorrect && (
          <Button size="small" onClick={() => onCorrect(record)}>
            {t('work.correct')}
          </Button>
        )}
      </details>
    </li>
  );
}

interface RecordListProps {
  incidentId: string;
  records: readonly CaseRecord[];
  /** Null where the case is over: nothing is written any more. */
  onCorrect: ((record: CaseRecord) => void) | null;
}

/** What is on record, the newest first; what a correction stands for is struck out, but stays. */
export function RecordList({ incidentId, records, onCorrect }: RecordListProps) {
  const { t } = useTranslation();
  const replaced = new Set(records.map(({ supersedes }) => supersedes));
  const newest = records.toReversed();
  const standing = newest.filter(({ id }) => !replaced.has(id));
  const struck = newest.filter(({ id }) => replaced.has(id));
  return (
    <>
      <h3>
        {t('work.records')} <span className="count">{standing.length}</span>
      </h3>
      {standing.length === 0 && <p className="quiet">{t('work.none')}</p>}
      <ol className="records">
        {standing.map((record) => (
          <One key={record.id} incidentId={incidentId} record={record} onCorrect={onCorrect} />
        ))}
      </ol>
      {struck.length > 0 && (
        <details className="records-struck">
          <summary>{t('work.corrected', { count: struck.length })}</summary>
          <ol className="records">
            {struck.map((record) => (
              <One key={record.id} incidentId={incidentId} record={record} onCorrect={null} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
