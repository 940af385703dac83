import type { DataSource } from 'typeorm';
import { DocumentWatch, type DocumentWatchRule, type WatchedDocument } from '../../domain/documents/document-watch.js';

const PAGE = 500;
/** What was stored by a visit that took long bears an earlier time of fetching. */
const OVERLAP = `interval '10 minutes'`;

interface Article {
  id: string;
  title: string;
  text: string;
  fetchedAt: string;
}

/** What is old news when it is fetched counts at its own time; what our own channels publish is no doubt. */
const ARTICLES = `
  select a.id, a.title, left(a.text, 4000) as text, a.fetched_at::text as "fetchedAt"
  from article a join source s on s.id = a.source_id and s.channel = 'live' and s.kind = 'public'
  where (a.fetched_at, a.id) > ($1::timestamptz, $2::uuid) and a.fetched_at <= app_now()
  order by a.fetched_at, a.id limit ${PAGE}`;

const KEEP = `
  insert into document_mention (document_id, article_id, at, doubting)
  select m.document_id, a.id, least(coalesce(a.published_at, a.fetched_at), a.fetched_at), m.doubting
  from unnest($1::text[], $2::uuid[], $3::boolean[]) m (document_id, article_id, doubting)
    join article a on a.id = m.article_id join policy_document d on d.id = m.document_id
  on conflict do nothing`;

/** Holds the articles since the last reading against the topics of all documents in force. Twice read is once kept. */
export async function readMentions(db: DataSource, rule: DocumentWatchRule): Promise<void> {
  const documents = await watchedDocuments(db);
  const [state] = await db.query<{ from: string; now: string }[]>(
    `select (read_until - ${OVERLAP})::text as "from", app_now()::text as now from document_reading`,
  );
  if (!state) return;
  if (documents.length > 0) await readFrom(db, new DocumentWatch(documents, rule), state.from);
  await db.query('update document_reading set read_until = greatest(read_until, $1::timestamptz)', [state.now]);
}

async function readFrom(db: DataSource, watch: DocumentWatch, from: string): Promise<void> {
  let [after, id] = [from, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const page = await db.query<Article[]>(ARTICLES, [after, id]);
    const found = page.flatMap((article) =>
      watch.mentions(article.title, article.text).map((mention) => ({ ...mention, articleId: article.id })),
    );
    if (found.length > 0)
      await db.query(KEEP, [
        found.map((one) => one.id),
        found.map((one) => one.articleId),
        found.map((one) => one.doubting),
      ]);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    [after, id] = [last.fetchedAt, last.id];
  }
}

function watchedDocuments(db: DataSource): Promise<WatchedDocument[]> {
  return db.query<WatchedDocument[]>(
    `select id, title, aliases, terms, number, bureau, null as "issuedOn", null as "validFrom", null as "validTo", source,
       confidence
     from policy_document where coalesce(valid_to, 'infinity') >= (app_now() at time zone 'Asia/Shanghai')::date order by id`,
  );
}
