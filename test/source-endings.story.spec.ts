import { giveUpLapsed } from '../src/ingestion/visiting/lapsed-visits.js';
import { Collector } from './support/collector.js';
import { FeedHost, feedOf } from './support/feed-host.js';

const DAY = 86_400;

describe('how visits end, and what follows from it', () => {
  let collector: Collector;
  let host: FeedHost;

  beforeEach(async () => {
    collector = await Collector.open();
    host = await FeedHost.open();
    await collector.add('s', host.url('s'));
  });
  afterEach(async () => {
    await collector.close();
    await host.close();
  });

  const fails = (status: number, headers: Record<string, string> = {}) =>
    void (host.answer = (_, response) => response.writeHead(status, headers).end());
  const kinds = async () => (await collector.told()).map(({ kind }) => kind);

  it('ten failures, then 200: it is asked all the time, told once, and seen to recover at once', async () => {
    fails(500);
    for (let failure = 0; failure < 10; failure += 1) await collector.passes({ minutes: 1 });
    expect(await collector.source('s')).toMatchObject({ failures: 10, last_outcome: 'http_5xx' });
    expect((await collector.source('s')).gap).toBeLessThan(60);
    host.answer = feedOf(['a']);
    await collector.passes({ minutes: 1 });
    expect(await collector.source('s')).toMatchObject({ failures: 0, last_outcome: 'ok', failing_since: null });
    expect(await collector.told()).toEqual([
      { kind: 'source.failing', data: { sourceId: 's', name: 's', outcome: 'http_5xx' } },
      { kind: 'source.recovered', data: { sourceId: 's', name: 's', since: expect.any(String) as string } },
    ]);
    await collector.passes({ minutes: 1 });
    expect(await kinds()).toHaveLength(2);
  });

  it('one or two failures are told to nobody', async () => {
    fails(404);
    await collector.visitDue();
    await collector.passes({ minutes: 5 });
    host.answer = feedOf([]);
    await collector.passes({ minutes: 5 });
    expect(await collector.outcomes('s')).toEqual(['http_4xx', 'http_4xx', 'ok']);
    expect(await kinds()).toEqual([]);
  });

  it('a visit that finds nothing new costs three statements at most, two where the server says so itself', async () => {
    const statements: string[] = [];
    const logger = { logQuery: (sql: string) => void statements.push(sql) };
    const answer = feedOf(['a'], { etag: '"e1"' });
    host.answer = (request, response) => answer({ ...request, headers: {} } as typeof request, response);
    await collector.visitDue();
    collector.db.logger = Object.assign(collector.db.logger, logger);
    const cost = async () => {
      await collector.clock.forward({ minutes: 1 });
      const [job] = await collector.claim();
      statements.length = 0;
      if (job) await collector.visits.visit(job);
      return statements.length;
    };
    expect(await cost()).toBe(3);
    host.answer = answer;
    expect(await cost()).toBe(2);
    expect(await collector.outcomes('s')).toEqual(['ok', 'ok', 'not_modified']);
  });

  it('words that the server chooses fill no table', async () => {
    const location = host.url('x'.repeat(10_000));
    host.answer = (request, response) =>
      request.url === '/s' ? response.writeHead(301, { location }).end() : feedOf(['a'])(request, response);
    await collector.visitDue();
    const [visit] = await collector.db.query<{ warnings: string[] }[]>('select warnings from visit');
    expect(visit?.warnings.map(({ length }) => length)).toEqual([500]);
  });

  it('ETag and Last-Modified survive a restart', async () => {
    host.answer = feedOf(['a'], { etag: '"e1"', 'last-modified': 'Mon, 05 Jan 2026 00:00:00 GMT' });
    await collector.visitDue();
    await collector.restarts();
    await collector.passes({ minutes: 1 });
    expect(host.seen.at(-1)?.headers).toMatchObject({
      'if-none-match': '"e1"',
      'if-modified-since': 'Mon, 05 Jan 2026 00:00:00 GMT',
    });
    expect(await collector.outcomes('s')).toEqual(['ok', 'not_modified']);
  });

  it.each([
    [{ 'cache-control': `max-age=${DAY}` }, ''],
    [{ expires: new Date(Date.now() + DAY * 1000).toUTCString() }, ''],
    [{}, '<ttl>1440</ttl>'],
  ])(
    'a server that says a day (%j %s) pushes no core source past its budget, and a wide one to its slowest',
    async (headers, ttl) => {
      await collector.add('w', host.url('w'), 'wide');
      host.answer = (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/rss+xml', ...headers })
          .end(`<rss version="2.0"><channel><title>t</title>${ttl}</channel></rss>`);
      await collector.visitDue();
      const { core, wide } = collector.settings.policy.collection;
      const [slow, slower] = [await collector.source('s'), await collector.source('w')];
      expect(slow.gap).toBeLessThan(core.slowest);
      expect(slow.gap).toBeGreaterThanOrEqual(core.fastest);
      expect(slower.gap).toBeLessThan(wide.slowest);
      expect(slower.gap).toBeGreaterThan(wide.fastest * 2);
    },
  );

  it('a 304 says it too, and a ttl read before is remembered', async () => {
    await collector.add('w', host.url('w'), 'wide');
    host.answer = (_, response) =>
      response
        .writeHead(200, { etag: '"e"', 'content-type': 'application/rss+xml' })
        .end('<rss version="2.0"><channel><title>t</title><ttl>25</ttl></channel></rss>');
    await collector.visitDue();
    host.answer = (_, response) => response.writeHead(304).end();
    await collector.passes({ minutes: 30 });
    expect((await collector.source('w')).gap).toBeGreaterThan(1_300);
    host.answer = (_, response) => response.writeHead(304, { 'cache-control': 'max-age=1650' }).end();
    await collector.passes({ minutes: 30 });
    expect((await collector.source('w')).gap).toBeGreaterThan(1_480);
  });

  it.each([
    [429, '7200', 7_200],
    [503, '7200', 7_200],
    [503, new Date(Date.now() + 7_200_000).toUTCString(), 7_200],
    [429, '864000', DAY],
  ])('a %s with Retry-After %s is obeyed, also by a core source', async (status, wait, seconds) => {
    fails(status, { 'retry-after': wait });
    await collector.visitDue();
    const { gap } = await collector.source('s');
    expect(gap).toBeGreaterThan(seconds - 60);
    expect(gap).toBeLessThanOrEqual(seconds);
  });

  it('three visits that no worker finished are told, and none of them slows the source down', async () => {
    for (let died = 0; died < 3; died += 1) {
      expect(await collector.claim()).toHaveLength(1);
      await collector.clock.forward({ seconds: 30 });
      await Promise.all([giveUpLapsed(collector.db), giveUpLapsed(collector.db)]);
    }
    expect(await collector.outcomes('s')).toEqual(['never_started', 'never_started', 'never_started']);
    expect(await collector.source('s')).toMatchObject({ failures: 3, last_outcome: 'never_started' });
    expect((await collector.source('s')).gap).toBeLessThanOrEqual(0);
    expect(await kinds()).toEqual(['source.failing']);
    await collector.visitDue();
    expect(await kinds()).toEqual(['source.failing', 'source.recovered']);
  });

  it('a visit broken off by our own stop is none: no row, no failure, and it is due at once', async () => {
    host.answer = () => void collector.stops();
    const [job] = await collector.claim();
    if (job) await collector.visits.visit(job);
    expect(await collector.outcomes('s')).toEqual([]);
    expect(await collector.source('s')).toMatchObject({ failures: 0, claimed_at: null });
    await collector.restarts();
    host.answer = feedOf([]);
    await collector.visitDue();
    expect(await collector.outcomes('s')).toEqual(['ok']);
  });

  it('a new address while the old one is being read: nothing of the old one is kept', async () => {
    const [job] = await collector.claim();
    host.answer = (request, response) => {
      void collector.db
        .query(`update source set url = $1, etag = null, next_visit_at = app_now()`, [host.url('new')])
        .then(() => feedOf(['a'], { etag: '"old"' })(request, response));
    };
    if (job) await collector.visits.visit(job);
    expect(await collector.source('s')).toMatchObject({ etag: null, claimed_at: null });
    host.answer = feedOf(['a'], { etag: '"new"' });
    await collector.visitDue();
    expect(host.seen.map(({ path }) => path)).toEqual(['/s', '/new']);
    expect(await collector.source('s')).toMatchObject({ etag: '"new"' });
  });
});

describe('silence and blindness', () => {
  let collector: Collector;
  let host: FeedHost;
  let count = 0;

  beforeEach(async () => {
    collector = await Collector.open();
    host = await FeedHost.open();
    await collector.add('s', host.url('s'));
  });
  afterEach(async () => {
    await collector.close();
    await host.close();
  });

  const publishes = () => void (host.answer = feedOf([`n${(count += 1)}`]));
  /** Something new every so often; the source was read a minute before. */
  async function publishesEvery(minutes: number, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await collector.passes({ minutes: minutes - 1 });
      publishes();
      await collector.passes({ minutes: 1 });
    }
  }

  it('a source that falls silent is a finding, told once; when it speaks again that is told too', async () => {
    await publishesEvery(60, 10);
    expect((await collector.source('s')).learned_seconds).toBeCloseTo(3_600, -2);
    await collector.passes({ hours: 5 });
    expect(await collector.findSilence()).toBe(0);
    await collector.passes({ hours: 2 });
    const found = await Promise.all([1, 2, 3].map(() => collector.findSilence()));
    expect(found.reduce((sum, one) => sum + one)).toBe(1);
    const since = (await collector.source('s')).silent_since?.toISOString();
    publishes();
    await collector.passes({ minutes: 1 });
    expect(await collector.source('s')).toMatchObject({ silent_since: null });
    expect(await collector.told()).toEqual([
      {
        kind: 'source.silent',
        data: { sourceId: 's', name: 's', since, expectedSeconds: expect.any(Number) as number },
      },
      { kind: 'source.speaks_again', data: { sourceId: 's', name: 's', since } },
    ]);
  });

  it('a source that is quiet every night is not silent at night', async () => {
    for (let day = 0; day < 3; day += 1) {
      await publishesEvery(60, 14);
      await collector.passes({ hours: 10 });
      // Nobody can know the first night.
      expect(await collector.findSilence()).toBe(day === 0 ? 1 : 0);
    }
    await collector.passes({ hours: 8 });
    expect(await collector.findSilence()).toBe(1);
  });

  it('our own absence is no silence of a source, nor is its failing', async () => {
    await publishesEvery(60, 5);
    await collector.clock.forward({ hours: 20 });
    expect(await collector.findSilence()).toBe(0);
    host.answer = (_, response) => response.writeHead(500).end();
    await collector.passes({ minutes: 1 });
    expect(await collector.findSilence()).toBe(0);
  });

  it('an expected period that a person has set counts, and a longer one ends the finding', async () => {
    publishes();
    await collector.visitDue();
    await collector.passes({ hours: 20 });
    expect(await collector.findSilence()).toBe(0);
    await collector.db.query('update source set expected_seconds = 7200');
    expect(await collector.findSilence()).toBe(1);
    await collector.db.query('update source set expected_seconds = 86400');
    expect(await collector.findSilence()).toBe(0);
    expect(await collector.source('s')).toMatchObject({ silent_since: null });
  });

  it('the visit that ends a blindness writes it, to the instant, and no other does', async () => {
    const blindness = () =>
      collector.db.query<{ source_id: string; since: Date; until: Date }[]>(
        `select source_id, since, until from blind_interval where cause = 'source' order by since`,
      );
    await collector.visitDue();
    const before = await blindness();
    await collector.passes({ seconds: 100 });
    const { last_ok_at: read } = await collector.source('s');
    await collector.clock.forward({ minutes: 10 });
    host.answer = (_, response) => response.writeHead(500).end();
    await collector.visitDue();
    expect(await blindness()).toEqual(before);
    host.answer = feedOf([]);
    await collector.passes({ minutes: 1 });
    const { last_ok_at: until } = await collector.source('s');
    const since = new Date((read?.getTime() ?? 0) + 120_000);
    expect(await blindness()).toEqual([...before, { source_id: 's', since, until }]);
  });

  it('time in which a person had paused it is no blindness', async () => {
    await collector.visitDue();
    await collector.db.query('update source set paused_at = app_now()');
    await collector.clock.forward({ hours: 5 });
    await collector.db.query('update source set paused_at = null, next_visit_at = app_now()');
    await collector.visitDue();
    const [blind] = await collector.db.query<{ seconds: number }[]>(
      'select coalesce(sum(extract(epoch from until - since)), 0)::float8 as seconds from blind_interval where source_id is not null',
    );
    expect(blind?.seconds).toBeLessThan(120);
  });
});
