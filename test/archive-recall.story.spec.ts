import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/database/database.module.js';
import { ArchiveReader } from '../src/search/archive-reader.js';
import { ArticleIndexer } from '../src/search/article-indexer.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Few characters, so that everything meets everything: CJK, both widths and cases, signs that mean something to LIKE, a pair. */
const unit = fc.constantFrom(...'地震应急aAbＢ3３%_\\-，。𠮷');
const article = fc.record({
  title: fc.string({ unit, minLength: 1, maxLength: 8 }),
  text: fc.string({ unit, maxLength: 40 }),
});

describe('recall against LIKE', () => {
  let database: TestDatabase;
  let db: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = await new DataSource(databaseOptions(database.url)).initialize();
    await db.query(
      `insert into source (id, name, url, tier, family, origin) values ('one', '一', 'http://one.test/', 'core', 'one', 'api')`,
    );
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  async function store(articles: { title: string; text: string }[]): Promise<void> {
    await db.query('delete from article');
    await db.query(
      `insert into article (source_id, item_key, title, text, published_note)
       select 'one', n::text, title, text, 'absent' from unnest($1::text[], $2::text[]) with ordinality as t (title, text, n)`,
      [articles.map(({ title }) => title), articles.map(({ text }) => text)],
    );
    const indexer = new ArticleIndexer(db);
    while ((await indexer.indexSome(100)) > 0) continue;
  }

  /** By the database's own means, on the texts as they were stored. */
  async function byLike(words: string[]): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      `select id from article where (
         select bool_and(normalize(title, nfkc) ilike w or normalize(text, nfkc) ilike w) from unnest($1::text[]) as w)`,
      [words.map((word) => `%${word.normalize('NFKC').replace(/[\\%_]/g, '\\$&')}%`)],
    );
    return rows.map(({ id }) => id).sort();
  }

  async function bySearch(words: string[]): Promise<string[]> {
    const q = words.map((word) => `"${word}"`).join(' ');
    const { items } = await new ArchiveReader(db).page(NOBODY, { q, limit: 100 });
    return items.map(({ id }) => id).sort();
  }

  it('is the same, whatever is looked for, from two characters on', async () => {
    const cut = fc.record({ from: fc.nat(40), length: fc.integer({ min: 2, max: 6 }), which: fc.nat(39) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 1, maxLength: 40 }),
        fc.array(
          fc.tuple(fc.array(cut, { minLength: 1, maxLength: 2 }), fc.string({ unit, minLength: 2, maxLength: 3 })),
          {
            minLength: 5,
            maxLength: 5,
          },
        ),
        async (articles, queries) => {
          await store(articles);
          for (const [cuts, other] of queries) {
            const parts = cuts.map(({ which, from, length }) => {
              const { text } = articles[which % articles.length] ?? { text: '' };
              const characters = [...text].slice(from % Math.max(1, text.length));
              return characters.slice(0, length).join('');
            });
            const words = [...parts, other].filter((word) => [...word].length >= 2).slice(0, 2);
            expect({ words, ids: await bySearch(words) }).toEqual({ words, ids: await byLike(words) });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
