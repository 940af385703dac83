import type { EntityManager } from 'typeorm';
import { withoutPersonal } from '../domain/personal/personal-data.js';
import { bodyOf, type Entry, link } from './chain.js';

/** One happening, as the room that causes it tells it. Personal data stand in `data` and `actor` by id only. */
export interface JournalRow {
  kind: string;
  incidentId: string | null;
  /** Account id, or `system:<room>`. */
  actor: string;
  data: Record<string, unknown>;
}

/** Rows one call may hold. */
export const MOST_ROWS = 1_500;

/**
 * Writes the rows of one transaction, as its last statement before commit: the lock on `journal_head` makes `seq`
 * gap-free in the order of commits, and no work may follow while it is held.
 * @returns the seq of the last row
 */
export async function append(tx: EntityManager, rows: JournalRow[]): Promise<number | null> {
  if (rows.length === 0) return null;
  if (rows.length > MOST_ROWS) throw new Error(`append() takes at most ${MOST_ROWS} rows, got ${rows.length}`);
  const [head] = await tx.query<{ seq: string; hash: string; at: Date }[]>(
    'select seq, hash, app_now() as at from journal_head for update',
  );
  if (!head) throw new Error('journal_head is empty: the database was not migrated');
  const chained = chain(rows, Number(head.seq), head.hash, head.at.toISOString());
  const last = chained.at(-1);
  if (!last) return null;
  await tx.query(
    `with written as (
       insert into journal (seq, at, kind, incident_id, actor, body, hash)
       select * from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
     ), moved as (
       update journal_head set seq = $8, hash = $9
     )
     select pg_notify('journal', $8::text)`,
    [
      chained.map((row) => row.entry.seq),
      chained.map((row) => row.entry.at),
      chained.map((row) => row.entry.kind),
      chained.map((row) => row.entry.incidentId),
      chained.map((row) => row.entry.actor),
      chained.map((row) => row.body),
      chained.map((row) => row.hash),
      last.entry.seq,
      last.hash,
    ],
  );
  return last.entry.seq;
}

function chain(rows: JournalRow[], seq: number, hash: string, at: string) {
  let previous = hash;
  return rows.map((row, index) => {
    const entry: Entry = { ...row, data: impersonal(row.data), at, seq: seq + index + 1 };
    const body = bodyOf(entry);
    previous = link(previous, body);
    return { entry, body, hash: previous };
  });
}

/** Titles are told by others: a number of a person in one would stand here for ever. `from` is a title that was. */
function impersonal(data: JournalRow['data']): JournalRow['data'] {
  const told = (['title', 'from'] as const).flatMap((key) => {
    const said = data[key];
    return typeof said === 'string' ? [[key, withoutPersonal(said).text]] : [];
  });
  return { ...data, ...(Object.fromEntries(told) as Record<string, string>) };
}
