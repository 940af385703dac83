import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { parse } from 'yaml';
import type { ReplayItem } from '../src/commands/replay-items.js';
import { ReplayServer } from '../src/commands/replay-server.js';
import { DeclaredSources } from '../src/ingestion/sources/declared-sources.js';
import { RetentionKeeper } from '../src/ingestion/retention/retention-keeper.js';
import { giveUpLapsed } from '../src/ingestion/visiting/lapsed-visits.js';
import { IngestionModule } from '../src/ingestion/ingestion.module.js';
import { claimDueVisits } from '../src/ingestion/visiting/visit-claims.js';
import { VisitService } from '../src/ingestion/visiting/visit.service.js';
import { VisitModule } from '../src/ingestion/visiting/visiting.module.js';
import { groundModules } from '../src/roles/ground.js';
import { loadSettings, Settings } from '../src/settings/settings.js';
import { sourcesFile } from '../src/settings/sources-file.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { MovableClock } from './support/movable-clock.js';

const ROOT = resolve(__dirname, '..');
const NAMES = ['甲报', '乙台', '丙网', '丁社'];

const items: ReplayItem[] = Array.from({ length: 12 }, (_, index) => ({
  id: `n-${index}`,
  title: `第 ${index} 条消息`,
  text: `这是第 ${index} 条消息的正文。`,
  published: null,
  source: NAMES[index % NAMES.length] ?? '',
}));

/** Visiting sources, from the file that names them to the articles, on a real database and a real server. */
describe('visiting sources', () => {
  let database: TestDatabase;
  let clock: MovableClock;
  let server: ReplayServer;
  let worker: INestApplicationContext;
  let db: DataSource;

  async function employ(url: string, declared: string): Promise<INestApplicationContext> {
    const { env, policy, rules } = loadSettings({ DATABASE_URL: url, LOG_LEVEL: 'silent' }, ROOT);
    const { sources } = sourcesFile.parse(parse(declared));
    const collection = { ...policy.collection, hostGapSeconds: 0 };
    const settings = new Settings(env, { ...policy, collection }, rules, sources, ROOT);
    const imports = [...groundModules(settings), IngestionModule, VisitModule];
    const testing = await Test.createTestingModule({ imports, providers: [RetentionKeeper] }).compile();
    return testing.createNestApplication({ logger: false }).init();
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    clock = await MovableClock.install(database.url);
    server = new ReplayServer(items, { keepDates: false });
    await server.start();
    worker = await employ(database.url, server.sourcesFile());
    db = worker.get(DataSource);
  });
  afterAll(async () => {
    await worker.close();
    await server.close();
    await database.drop();
  });

  const claim = () => claimDueVisits(db.manager, worker.get(Settings).policy.collection, 200);
  /** All that is due; the feeds stand on one host, so they take turns. */
  const visitAll = async (): Promise<number> => {
    let added = 0;
    for (let jobs = await claim(); jobs.length > 0; jobs = await claim()) {
      for (const job of jobs) added += (await worker.get(VisitService).visit(job)).newItems;
    }
    return added;
  };
  const one = async <T>(sql: string, parameters: unknown[] = []): Promise<T> => {
    const [row] = await db.query<T[]>(sql, parameters);
    if (!row) throw new Error(`nothing found: ${sql}`);
    return row;
  };
  const sourceRow = (id: string) =>
    one<{ last_outcome: string; failures: number; last_detail: string | null; gap: number; enabled: boolean }>(
      `select last_outcome, last_detail, failures, enabled, extract(epoch from next_visit_at - app_now())::float as gap
       from source where id = $1`,
      [id],
    );

  test('what the file names is due at once, and each source falls to one worker only', async () => {
    const claims = (await Promise.all([1, 2, 3].map(claim))).flat();
    expect(claims).toHaveLength(1);
    expect(await visitAll()).toBe(0);
    await clock.forward({ minutes: 2 });
    await giveUpLapsed(db);
    await visitAll();
    const visited = await db.query<unknown[]>('select distinct source_id from visit order by 1');
    const ids = ['replay-atom', 'replay-json', 'replay-rss', 'replay-rss-gbk'];
    expect(visited).toEqual(ids.map((source_id) => ({ source_id })));
    await clock.forward({ minutes: 2 });
  });

  test('the same item is stored once, however often it is seen, with the evidence it was read from', async () => {
    server.release(6, new Date());
    expect(await visitAll()).toBe(6);
    await clock.forward({ minutes: 2 });
    expect(await visitAll()).toBe(0);
    expect((await sourceRow('replay-rss')).last_outcome).toBe('not_modified');
    server.release(6, new Date());
    await clock.forward({ minutes: 2 });
    expect(await visitAll()).toBe(6);
    expect(await one('select count(*)::int as articles, count(distinct title)::int as titles from article')).toEqual({
      articles: 12,
      titles: 12,
    });
    const evidence = await one<{ right: boolean; headers: Record<string, string> }>(
      `select b.sha256 = r.sha256 and r.size > 0 as right, headers from article a join response_body b on b.id = a.body_id
       join response_blob r on r.sha256 = b.blob where a.source_id = 'replay-rss-gbk' limit 1`,
    );
    expect(evidence).toMatchObject({ right: true, headers: { 'content-type': 'text/xml' } });
  });

  test('an article says what the feed said, in whichever encoding', async () => {
    const article = await one(
      `select title, text, guid, published_note from article where source_id = 'replay-rss-gbk' and guid = 'n-1'`,
    );
    expect(article).toEqual({
      title: '第 1 条消息',
      text: '这是第 1 条消息的正文。',
      guid: 'n-1',
      published_note: 'stated',
    });
  });

  test('bodies go after 72 hours unless they are pinned; their articles stay', async () => {
    await db.query(`update response_body set pinned = true where source_id = 'replay-rss'`);
    await db.query('update article set judged_at = app_now()');
    await clock.forward({ hours: 73 });
    await worker.get(RetentionKeeper).purge();
    const kept = await db.query<unknown[]>('select distinct source_id from response_body where blob is not null');
    expect(kept).toEqual([{ source_id: 'replay-rss' }]);
    expect(await one('select count(*)::int as articles from article')).toEqual({ articles: 12 });
  });

  test('a source that fails is asked less often, never given up, and recovers', async () => {
    const port = Number(new URL(server.address).port);
    await server.close();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await visitAll();
      await clock.forward({ minutes: 5 });
    }
    const failing = await sourceRow('replay-rss');
    expect(failing).toMatchObject({ last_outcome: 'network', failures: 3, enabled: true });
    expect(failing.last_detail).toContain(' · ');
    server = new ReplayServer(items, { keepDates: false });
    await server.start(port);
    server.releaseAll(new Date());
    expect(await visitAll()).toBe(0);
    expect(await sourceRow('replay-rss')).toMatchObject({ last_outcome: 'ok', failures: 0 });
    expect((await sourceRow('replay-rss')).gap).toBeLessThanOrEqual(60);
  });

  test('a live report that keeps its guid is stored again when its headline changes', async () => {
    const before = await one<{ articles: number }>('select count(*)::int as articles from article');
    const risen = items.map((item) => (item.id === 'n-3' ? { ...item, title: `${item.title}（更新）` } : item));
    const port = Number(new URL(server.address).port);
    await server.close();
    server = new ReplayServer(risen, { keepDates: false });
    await server.start(port);
    server.releaseAll(new Date());
    await clock.forward({ minutes: 2 });
    expect(await visitAll()).toBe(1);
    expect((await one<{ articles: number }>('select count(*)::int as articles from article')).articles).toBe(
      before.articles + 1,
    );
  });

  test('only the file may name a private address', async () => {
    await db.query(
      `insert into source (id, name, url, tier, family, origin, next_visit_at) values ('typed', 'x', $1, 'regular', 'x', 'api', app_now())`,
      [`${server.address}/rss`],
    );
    await worker.get(VisitService).visitNow('typed');
    expect(await sourceRow('typed')).toMatchObject({ last_outcome: 'refused_address', failures: 1 });
  });

  test('what the file no longer names is no longer visited', async () => {
    const other = await employ(database.url, 'sources: []');
    expect((await sourceRow('replay-rss')).enabled).toBe(false);
    await other.close();
    await worker.get(DeclaredSources).sync();
    expect((await sourceRow('replay-rss')).enabled).toBe(true);
  });
});
