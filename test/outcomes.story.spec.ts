import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import pg from 'pg';
import { type VisitOutcome, visitOutcome } from '../src/contract/source.js';
import { FeedFetcher } from '../src/ingestion/fetching/fetch-feed.js';
import { giveUpLapsed } from '../src/ingestion/visiting/lapsed-visits.js';
import { claimDueVisits } from '../src/ingestion/visiting/visit-claims.js';
import { VisitService } from '../src/ingestion/visiting/visit.service.js';
import { VisitModule } from '../src/ingestion/visiting/visiting.module.js';
import type { Lookup } from '../src/network/address-guard.js';
import { groundModules } from '../src/roles/ground.js';
import { collecting } from './support/collector.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { MovableClock } from './support/movable-clock.js';
import { Servers } from './support/servers.js';

const LIMITS = { timeLimitMs: 500, mostBytes: 100_000 };
const feed = (title: string): string =>
  `<rss version="2.0"><channel><title>县报</title><item><title>${title}</title></item></channel></rss>`;
/** `nobody.example` is unknown; every other name leads to this machine. */
const names: Lookup = (hostname, _options, callback) =>
  hostname === 'nobody.example'
    ? callback(Object.assign(new Error(hostname), { code: 'ENOTFOUND' }), [])
    : callback(null, [{ address: '127.0.0.1', family: 4 }]);

/** Every attempt ends in one outcome of the list, stored and shown: one case each, and the type sees to it that none is left out. */
describe('outcomes', () => {
  const servers = new Servers();
  const fetcher = new FeedFetcher({ limits: LIMITS, lookup: names });
  let database: TestDatabase;
  let clock: MovableClock;
  let worker: INestApplicationContext;
  let db: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    clock = await MovableClock.install(database.url);
    const imports = [...groundModules(collecting(database.url, {})), VisitModule];
    const testing = await Test.createTestingModule({ imports })
      .overrideProvider(FeedFetcher)
      .useValue(fetcher)
      .compile();
    worker = await testing.createNestApplication({ logger: false }).init();
    db = worker.get(DataSource);
  });
  afterAll(async () => {
    await worker.close();
    await servers.close();
    await database.drop();
  });

  /** A server that answers every request alike. */
  const answering = (status: number, headers: Record<string, string>, body: string) =>
    servers.http((_request, response) => void response.writeHead(status, headers).end(body));

  /** Per outcome: an address whose visit ends so. */
  const ADDRESSES: Record<Exclude<VisitOutcome, 'never_started'>, () => Promise<string>> = {
    ok: () => answering(200, {}, feed('影院停电')),
    not_modified: () =>
      servers.http((request, response) => {
        response.setHeader('etag', '"1"');
        response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
        response.end(response.statusCode === 200 ? feed('剧院停电') : undefined);
      }),
    timeout: () => servers.http(() => undefined),
    dns: async () => 'http://nobody.example/rss',
    tls: () => servers.https((_request, response) => response.end(feed('书店停电'))),
    network: () => servers.tcp((socket) => socket.destroy()),
    redirects: () => answering(302, { location: '/again' }, ''),
    refused_address: async () => {
      const inner = await answering(200, {}, feed('内网'));
      return answering(302, { location: inner.replace('127.0.0.1', 'news.example') }, '');
    },
    too_large: () => answering(200, {}, 'x'.repeat(LIMITS.mostBytes + 1)),
    not_a_feed: () => answering(200, { 'content-type': 'text/html' }, '<html><body>县报首页</body></html>'),
    malformed: () => answering(200, { 'content-encoding': 'gzip' }, 'no gzip'),
    http_4xx: () => answering(410, {}, 'gone'),
    http_5xx: () => answering(502, {}, 'bad gateway'),
    blocked_by_challenge: () => answering(200, {}, '<html><script>document.cookie="__jsl_clearance=1"</script></html>'),
    store_failed: () => answering(200, {}, feed('丁')),
  };
  const AGAIN: readonly VisitOutcome[] = ['not_modified'];
  const READ: readonly VisitOutcome[] = ['ok', 'not_modified'];

  const add = (id: string, url: string) =>
    db.query(
      `insert into source (id, name, url, tier, family, origin, allow_private_network, next_visit_at)
       values ($1, $1, $2, 'regular', $1, 'file', true, app_now())`,
      [id, url],
    );
  const latest = async (id: string) => {
    const [row] = await db.query<
      { outcome: string; detail: string | null; last_outcome: string; last_detail: string | null }[]
    >(
      `select v.outcome, v.detail, s.last_outcome, s.last_detail from visit v join source s on s.id = v.source_id
       where s.id = $1 order by v.finished_at desc, v.started_at desc limit 1`,
      [id],
    );
    return row;
  };
  const asOwner = async (sql: string): Promise<void> => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(sql).finally(() => owner.end());
  };

  test.each(Object.entries(ADDRESSES) as [Exclude<VisitOutcome, 'never_started'>, () => Promise<string>][])(
    '%s',
    async (outcome, address) => {
      await asOwner(
        `alter table article drop constraint if exists no_ding, add constraint no_ding check (title <> '丁')`,
      );
      await add(outcome, await address());
      await worker.get(VisitService).visitNow(outcome);
      if (AGAIN.includes(outcome)) await worker.get(VisitService).visitNow(outcome);
      const visit = await latest(outcome);
      expect(visit).toMatchObject({ outcome, last_outcome: outcome });
      expect(visit?.last_detail).toBe(visit?.detail);
      if (READ.includes(outcome)) expect(visit?.detail).toBeNull();
      else expect(visit?.detail).toMatch(/\p{Script=Han}.* · /u);
    },
  );

  test('never_started: promised, but no worker came to it', async () => {
    await db.query('update source set enabled = false');
    await add('lost', 'http://news.example/');
    const { collection } = collecting(database.url, {}).policy;
    expect(await claimDueVisits(db.manager, collection, 1)).toHaveLength(1);
    await clock.forward({ hours: 1 });
    await giveUpLapsed(db);
    expect(await latest('lost')).toMatchObject({ outcome: 'never_started', last_outcome: 'never_started' });
  });

  test('the list has no other', () => {
    expect([...Object.keys(ADDRESSES), 'never_started'].sort()).toEqual([...visitOutcome.options].sort());
  });
});
