import type { DataSource, EntityManager } from 'typeorm';
import { type DocumentWatchRule, hasEnded, hasRisen } from '../../domain/documents/document-watch.js';
import { append, type JournalRow } from '../../journal/append.js';

const ACTOR = 'system:assessment';
/** Articles that a proposal names. */
const MOST_REPORTS = 50;

interface Weighed {
  id: string;
  title: string;
  bureau: string;
  recent: number;
  usual: number;
  /** The rise that lasts. */
  lasting: string | null;
}

/** $1 hours of the window, $2 days before it. */
const WEIGHED = `
  select d.id, d.title, d.bureau, r.id as lasting,
    count(m.*) filter (where m.at > app_now() - $1 * interval '1 hour')::int as recent,
    (count(m.*) filter (where m.at <= app_now() - $1 * interval '1 hour') * $1 / ($2 * 24.0))::float8 as usual
  from policy_document d
    left join document_mention m on m.document_id = d.id and m.doubting
      and m.at > app_now() - $1 * interval '1 hour' - $2 * interval '1 day'
    left join document_doubt r on r.document_id = d.id and r.ended_at is null
  where m.article_id is not null or r.id is not null
  group by d.id, r.id`;

/**
 * Begins a rise where doubt stands above what is usual, once for each, and ends those that are over. Any number may work side by side.
 * @returns how many rises began
 */
export async function weighDoubts(db: DataSource, rule: DocumentWatchRule): Promise<number> {
  const { windowHours, baseDays } = rule;
  const weighed = await db.query<Weighed[]>(WEIGHED, [windowHours, baseDays]);
  let begun = 0;
  for (const one of weighed) {
    if (one.lasting !== null && hasEnded(one.recent, rule)) await end(db, one.lasting);
    if (one.lasting !== null || !hasRisen(one.recent, one.usual, rule)) continue;
    begun += await db.transaction((tx) => propose(tx, one, windowHours));
  }
  await db.query(
    `delete from document_mention where at < app_now() - ($1 + 24) * interval '1 hour' - $2 * interval '1 day'`,
    [windowHours, baseDays],
  );
  return begun;
}

async function end(db: DataSource, id: string): Promise<void> {
  await db.query('update document_doubt set ended_at = app_now() where id = $1 and ended_at is null', [id]);
}

async function propose(
  tx: EntityManager,
  { id, title, bureau, recent, usual }: Weighed,
  hours: number,
): Promise<number> {
  const [begun] = await tx.query<{ id: string }[]>(
    `insert into document_doubt (document_id, title, bureau, proposed_at, articles, usual, article_ids)
     select $1, $2, $3, app_now(), $4, $5, array(
       select article_id from document_mention
       where document_id = $1 and doubting and at > app_now() - $6 * interval '1 hour'
       order by at desc, article_id limit ${MOST_REPORTS})
     on conflict do nothing returning id`,
    [id, title, bureau, recent, usual, hours],
  );
  if (!begun) return 0;
  const data = { doubtId: begun.id, documentId: id, title, bureau, articles: recent, usual };
  const row: JournalRow = { kind: 'document.doubted', incidentId: null, actor: ACTOR, data };
  await append(tx, [row]);
  return 1;
}
