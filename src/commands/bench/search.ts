import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../database/database.module.js';
import { ArchiveReader } from '../../search/archive-reader.js';
import { ArticleIndexer } from '../../search/article-indexer.js';
import { type BenchPlace, type Figure, median, rounded } from './figure.js';
import { generatedArticle, RARE_WORDS, rareWord, wordOfRank } from './generated-archive.js';
import { openScratchDatabase } from './scratch-database.js';

/** Who asks is named in no restricted matter. */
const NOBODY = '00000000-0000-4000-8000-000000000000';
const ARTICLES = 1_000_000;
/** So many are indexed while the index is as large as it gets; the others before the index of words is built. */
const INDEXED_LATE = 4_000;
const STORED_AT_ONCE = 1_000;
const BATCH = 100;
const PAGE = 30;
/** Full scans by LIKE take seconds each. */
const BY_LIKE = 3;

/** Words by how many articles have them, in percent: few on purpose, none, nearly all. */
const CLASSES: Record<string, string[]> = {
  'rare words (1 in 20,000 articles)': Array.from({ length: RARE_WORDS }, (_, kind) => rareWord(kind)),
  'middle words (about 1 %)': ranks(1_500, 2_500),
  'words in every tenth to twentieth article': ranks(200, 400),
  'frequent words (20 to 95 %)': ranks(5, 85),
  'four characters (two middle words side by side)': ranks(1_500, 2_500).map((word, n) => word + wordOfRank(40 + n)),
};

function ranks(from: number, to: number): string[] {
  return Array.from({ length: 20 }, (_, n) => wordOfRank(from + Math.floor((n * (to - from)) / 20)));
}

/**
 * A page of the newest articles with a word of two characters, against LIKE on the articles with trigram indexes; recall
 * against LIKE. `search [articles]`, a million without it.
 */
export async function* benchSearch([articles]: string[], { databaseUrl }: BenchPlace): AsyncIterable<Figure> {
  const count = Number(articles ?? ARTICLES);
  const scratch = await openScratchDatabase(databaseUrl);
  const owner = new pg.Client({ connectionString: scratch.url });
  await owner.connect();
  const db = await new DataSource(databaseOptions(scratch.url)).initialize();
  try {
    yield* indexing(owner, db, count);
    yield* trigrams(owner);
    const reader = new ArchiveReader(db);
    for (const [name, words] of Object.entries(CLASSES)) yield await searching(owner, reader, name, words);
  } finally {
    await db.destroy();
    await owner.end();
    await scratch.drop();
  }
}

async function* indexing(owner: pg.Client, db: DataSource, count: number): AsyncIterable<Figure> {
  await owner.query(
    `insert into source (id, name, url, tier, family, origin) values ('bench', 'bench', 'http://bench.test/', 'wide', 'bench', 'api')`,
  );
  await owner.query('drop index article_index_by_term');
  const early = Math.max(0, count - INDEXED_LATE);
  await store(owner, 0, early);
  await indexAll(db);
  await owner.query('create index article_index_by_term on article_index using gin (terms)');
  await owner.query('vacuum analyze article, article_index');
  await store(owner, early, count);
  const seconds = await timed(() => indexAll(db));
  const [size] = await rowsOf<{ index: string; table: string; articles: string }>(
    owner,
    `select pg_relation_size('article_index_by_term') as index, pg_table_size('article_index') as table,
       pg_table_size('article') as articles`,
  );
  yield { name: 'articles indexed, with the index at its full size', perSecond: Math.round((count - early) / seconds) };
  const share = (bytes: string | undefined): number => Math.round(Number(bytes) / count);
  yield {
    name: 'bytes for each article',
    articles: count,
    indexOfWords: share(size?.index),
    foldedTextAndTerms: share(size?.table),
    articleItself: share(size?.articles),
  };
}

async function store(owner: pg.Client, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += STORED_AT_ONCE) {
    const articles = Array.from({ length: Math.min(STORED_AT_ONCE, to - at) }, (_, n) => generatedArticle(at + n));
    await owner.query(
      `insert into article (source_id, item_key, title, text, published_at, published_note, fetched_at, judged_at)
       select 'bench', t.key, t.title, t.text, t.at, 'stated', t.at, t.at
       from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as t (key, title, text, at)`,
      [
        articles.map(({ key }) => key),
        articles.map(({ title }) => title),
        articles.map(({ text }) => text),
        articles.map(({ publishedAt }) => publishedAt),
      ],
    );
  }
}

async function indexAll(db: DataSource): Promise<void> {
  const indexer = new ArticleIndexer(db);
  while ((await indexer.indexSome(BATCH)) > 0) continue;
}

/** What LIKE is helped by: pg_trgm. The embedded server's locale is C, in which it takes no Chinese character for a letter. */
async function* trigrams(owner: pg.Client): AsyncIterable<Figure> {
  await owner.query('create extension pg_trgm');
  const [seen] = await rowsOf<{ trigrams: number }>(owner, `select cardinality(show_trgm('地震应急')) as trigrams`);
  const seconds = await timed(() =>
    owner.query('create index by_trigram on article using gin (title gin_trgm_ops, text gin_trgm_ops)'),
  );
  await owner.query('analyze article');
  yield {
    name: 'trigram index for LIKE',
    buildSeconds: Math.round(seconds),
    trigramsOfFourCharacters: seen?.trigrams ?? 0,
  };
}

async function searching(owner: pg.Client, reader: ArchiveReader, name: string, words: string[]): Promise<Figure> {
  const page = async (q: string) => (await reader.page(NOBODY, { q, limit: PAGE })).items.map(({ id }) => id);
  const like = async (word: string) =>
    (
      await rowsOf<{ id: string }>(
        owner,
        `select id from article where title like $1 or text like $1 order by published_at desc, id desc limit ${PAGE}`,
        [`%${word}%`],
      )
    ).map(({ id }) => id);
  for (const word of words) await page(word); // warm, as an archive in use is
  const ours: number[] = [];
  for (const word of words) ours.push(await timed(() => page(word)));
  const theirs: number[] = [];
  const known = { found: 0, all: 0 };
  for (const word of words.slice(0, BY_LIKE)) {
    let expected: string[] = [];
    theirs.push(await timed(async () => (expected = await like(word))));
    const found = new Set(await page(word));
    known.all += expected.length;
    known.found += expected.filter((id) => found.has(id)).length;
  }
  const ms = (seconds: number): number => rounded(seconds * 1_000);
  return {
    name,
    p50Ms: ms(median(ours)),
    p95Ms: ms([...ours].sort((a, b) => a - b)[Math.floor(ours.length * 0.95)] ?? 0),
    reference: 'LIKE on title and text, trigram indexes at hand',
    referenceMs: ms(median(theirs)),
    ratio: rounded(median(theirs) / median(ours)),
    recall: rounded(known.found / known.all),
  };
}

async function rowsOf<Row extends pg.QueryResultRow>(
  owner: pg.Client,
  sql: string,
  values?: unknown[],
): Promise<Row[]> {
  return (await owner.query<Row>(sql, values)).rows;
}

/** Seconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
