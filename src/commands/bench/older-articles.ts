import pg from 'pg';

const AT_ONCE = 50_000;

/**
 * Fills the database with judged articles of earlier months, past the triggers that queue new ones for the archive's index.
 * @param databaseUrl of the owner
 */
export async function storeOlderArticles(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (let from = 0; from < count; from += AT_ONCE) {
      await client.query(
        `insert into article (source_id, item_key, guid, title, text, link, published_at, published_note, fetched_at, judged_at, judgement)
         select 'f' || n % 100, encode(sha256(n::text::bytea), 'hex'), 'old-' || n, '旧闻第' || n || '条', repeat('当地有关部门表示将继续完善服务举措。', 20),
           'http://feed.test/old-' || n, at, 'stated', at, at, '{}'
         from (select n, now() - make_interval(days => 1, secs => n) as at from generate_series($1::int, $2::int) n) old`,
        [from, Math.min(from + AT_ONCE, count) - 1],
      );
    }
    await client.query('analyze article');
  } finally {
    await client.end();
  }
}
