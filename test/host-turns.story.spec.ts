import type { INestApplicationContext } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import { hostOf } from '../src/ingestion/visiting/host-of.js';
import { VisitingModule } from '../src/ingestion/visiting/visiting.module.js';
import { chooseQueueBackend } from '../src/queues/queues.module.js';
import { groundModules } from '../src/roles/ground.js';
import { boot, collecting, Collector } from './support/collector.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { FeedHost, feedOf } from './support/feed-host.js';

const FEEDS = 50;
const GAP_MS = 50;
/** Database time is counted in whole milliseconds. */
const ROUNDING_MS = 1;

const names = Array.from({ length: FEEDS }, (_, index) => `f${index}`);

describe('fifty feeds on one host, two workers as they run', () => {
  let database: TestDatabase;
  let host: FeedHost;
  const workers: INestApplicationContext[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    host = await FeedHost.open();
    chooseQueueBackend(undefined);
    const settings = collecting(database.url, { hostGapSeconds: GAP_MS / 1000, core: { fastest: 1, slowest: 5 } });
    for (let one = 0; one < 2; one += 1) {
      workers.push(await boot([...groundModules(settings), ScheduleModule.forRoot(), VisitingModule]));
    }
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await host.close();
    await database.drop();
  });

  it('never two requests at once, always a rest between two, and every feed has its turn', async () => {
    // A slow server, so that two requests at once would be seen.
    host.answer = (request, response) => void setTimeout(() => feedOf(['a'])(request, response), 5);
    await workers[0]?.get(DataSource).query(
      `insert into source (id, name, url, tier, family, origin, allow_private_network, next_visit_at)
       select name, name, $2 || name, 'core', name, 'file', true, app_now() from unnest($1::text[]) name`,
      [names, host.url('')],
    );
    await host.until((seen) => names.every((name) => seen.filter(({ path }) => path === `/${name}`).length >= 2));
    expect(host.mostAtOnce).toBe(1);
    expect(host.shortestGap).toBeGreaterThanOrEqual(GAP_MS - ROUNDING_MS);
  });
});

describe('turns at a host', () => {
  let collector: Collector;
  let host: FeedHost;

  beforeEach(async () => {
    collector = await Collector.open({ hostGapSeconds: 10 });
    host = await FeedHost.open();
  });
  afterEach(async () => {
    await collector.close();
    await host.close();
  });

  it('the host rests after a visit; then the source that is late by the largest share of its budget comes first', async () => {
    await collector.add('wide', host.url('wide'), 'wide');
    await collector.add('core', host.url('core'));
    await collector.visitDue();
    expect(host.seen.map(({ path }) => path)).toEqual(['/core']);
    await collector.passes({ seconds: 9 });
    expect(host.seen).toHaveLength(1);
    await collector.passes({ seconds: 1 });
    expect(host.seen.map(({ path }) => path)).toEqual(['/core', '/wide']);
  });

  it('a source of the wide tier is not starved by core ones that are always late', async () => {
    for (const name of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']) await collector.add(name, host.url(name));
    await collector.add('wide', host.url('wide'), 'wide');
    for (let turn = 0; turn < 260 && !host.seen.some(({ path }) => path === '/wide'); turn += 1) {
      await collector.passes({ seconds: 10 });
    }
    expect(host.seen.some(({ path }) => path === '/wide')).toBe(true);
  });

  it('the turn of a dead worker ends by itself, and its visit is told as never started', async () => {
    await collector.add('a', host.url('a'));
    const [promised] = await collector.claim();
    await collector.add('b', host.url('b'));
    await collector.passes({ seconds: 15 });
    expect(host.seen).toEqual([]);
    await collector.passes({ seconds: 6 });
    expect(await collector.outcomes('a')).toContain('never_started');
    await collector.passes({ seconds: 10 });
    expect(host.seen.map(({ path }) => path).sort()).toEqual(['/a', '/b']);
    expect(await collector.outcomes('a')).toEqual(['never_started', 'ok']);
    expect(await collector.source('a')).toMatchObject({ failures: 0, claimed_at: null });
    if (!promised) throw new Error('nothing was promised');
    expect(await collector.visits.visit(promised)).toEqual({ newItems: 0, hostWaits: false });
    expect(host.seen).toHaveLength(2);
  });

  it('a promise can be kept once, however often its job is handed over', async () => {
    await collector.add('a', host.url('a'));
    const [job] = await collector.claim();
    if (!job) throw new Error('nothing was promised');
    const read = feedOf(['a']);
    host.answer = (request, response) => {
      host.answer = read;
      // Handed over again while the first is still under way.
      void collector.visits.visit(job).then(() => read(request, response));
    };
    await collector.visits.visit(job);
    await collector.visits.visit(job);
    expect(host.seen).toHaveLength(1);
    expect(await collector.outcomes('a')).toEqual(['ok']);
  });

  it.each([
    'http://News.Example/a?b',
    'https://x.example:443/',
    'http://x.example:8080',
    'http://u:p@x.example/@',
    'x',
  ])('the database finds the same host of %s as we do', async (url) => {
    await collector.add('a', url);
    expect((await collector.source('a')).host).toBe(hostOf(url));
  });

  it('many workers that look at once promise each host once', async () => {
    for (const name of ['a', 'b', 'c']) await collector.add(name, host.url(name));
    const claims = (await Promise.all([1, 2, 3, 4, 5].map(() => collector.claim()))).flat();
    expect(claims).toHaveLength(1);
  });

  it('no more is promised than there is room for', async () => {
    for (let n = 1; n <= 5; n += 1) await collector.add(`s${n}`, `http://h${n}.test/`);
    expect(await collector.claim(2)).toHaveLength(2);
    expect(await collector.claim(3)).toHaveLength(1);
    expect(await collector.claim(0)).toHaveLength(0);
  });

  it('a source that is paused meanwhile is not visited, and its host is free at once', async () => {
    await collector.add('a', host.url('a'));
    const [job] = await collector.claim();
    await collector.db.query('update source set paused_at = app_now()');
    if (job) await collector.visits.visit(job);
    await collector.add('b', host.url('b'));
    await collector.visitDue();
    expect(host.seen.map(({ path }) => path)).toEqual(['/b']);
    expect(await collector.source('a')).toMatchObject({ claimed_at: null });
  });
});

describe('many names that lead to one host', () => {
  let collector: Collector;
  let answering: FeedHost;
  let led: FeedHost[];

  beforeAll(async () => {
    collector = await Collector.open({ hostGapSeconds: 10 });
    answering = await FeedHost.open();
    led = await Promise.all([2, 3, 4, 5].map((n) => FeedHost.open(`127.0.0.${n}`)));
  });
  afterAll(async () => {
    await collector.close();
    await Promise.all([answering, ...led].map((host) => host.close()));
  });

  it('they take their turns at the host that answers, from the first visit on', async () => {
    for (const [n, host] of led.entries()) {
      host.answer = (_, response) => response.writeHead(302, { location: answering.url(`f${n}`) }).end();
      await collector.add(`f${n}`, host.url('feed'));
    }
    const jobs = await collector.claim();
    expect(jobs).toHaveLength(4);
    await Promise.all(jobs.map((job) => collector.visits.visit(job)));
    const waiting = await collector.db.query<{ host: string }[]>('select host from source where last_visit_at is null');
    expect(waiting.map(({ host }) => host)).toEqual(Array(3).fill(answering.host));
    for (let turn = 0; turn < 4; turn += 1) await collector.passes({ seconds: 10 });
    const visited = await collector.db.query<unknown[]>('select distinct source_id from visit');
    expect(visited).toHaveLength(4);
  });
});
