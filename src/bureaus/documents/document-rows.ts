import type { EntityManager } from 'typeorm';
import type { DocumentView } from '../../contract/document.js';
import type { DocumentRegistry, PolicyDocument } from '../../domain/routing/policy-document.js';

const DAY = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;
/** As judging knows it. */
const ENTRY = `id, title, aliases, number, bureau, ${DAY('issued_on')} as "issuedOn", ${DAY('valid_from')} as "validFrom",
  ${DAY('valid_to')} as "validTo", source, confidence`;

/** Those that state no day stand last. */
const NO_DAY = `coalesce(nullif($2, '')::date, '-infinity')`;

type Row = Omit<DocumentView, 'changedAt'> & { changedAt: Date };

/** Which documents: only the one of an id, or those behind a place in the list, as many as `most`. */
interface Wanted {
  id?: string;
  /** The day of issue, '' for none, and the id of the last one read: `2026-01-05_doc-1`. */
  after?: string | undefined;
  most: number;
}

/** The registered documents, newest first. */
export async function readDocuments(db: EntityManager, { id, after, most }: Wanted): Promise<DocumentView[]> {
  const [, day = null, last = null] = after?.match(/^([\d-]*)_(.*)$/) ?? [];
  const rows = await db.query<Row[]>(
    `select ${ENTRY}, link, terms, origin, edited as "isEdited", changed_at as "changedAt" from policy_document
     where ($1::text is null or id = $1) and ($3::text is null
       or coalesce(issued_on, '-infinity') < ${NO_DAY} or (coalesce(issued_on, '-infinity') = ${NO_DAY} and id > $3))
     order by issued_on desc nulls last, id limit $4`,
    [id ?? null, day, last, most],
  );
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

/** Holds the registry until the transaction ends: its states follow one another. */
export async function holdRegistry(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('huiying:policy-registry'))`);
}

/** Keeps the state of now, if it differs from the last one kept, and lets every process know. To be called with the registry held. */
export async function keepState(tx: EntityManager): Promise<void> {
  const items = await tx.query<PolicyDocument[]>(`select ${ENTRY} from policy_document order by id`);
  const [kept] = await tx.query<object[]>(
    `insert into policy_registry (items) select $1::jsonb
     where $1::jsonb is distinct from (select items from policy_registry order by revision desc limit 1) returning revision`,
    [JSON.stringify(items)],
  );
  if (kept) await tx.query('notify documents');
}

/** The last state kept; null before there is one. */
export async function latestRegistry(db: EntityManager): Promise<DocumentRegistry | null> {
  const [row] = await db.query<{ revision: number; items: PolicyDocument[] }[]>(
    'select revision, items from policy_registry order by revision desc limit 1',
  );
  return row ? { version: versionOf(row.revision), items: row.items } : null;
}

/** Only the name of the last state, for those who ask whether theirs is the last. */
export async function latestVersion(db: EntityManager): Promise<string | null> {
  const [row] = await db.query<{ revision: number | null }[]>('select max(revision) as revision from policy_registry');
  return row?.revision == null ? null : versionOf(row.revision);
}

const versionOf = (revision: number): string => `r${revision}`;
