import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { trialReading, type TrialReading } from '../src/contract/source.js';
import { FeedFetcher, type FetchRequest } from '../src/ingestion/fetching/fetch-feed.js';
import { BodyReader } from '../src/ingestion/reading/body-reader.js';
import { SourceTrials } from '../src/ingestion/sources/source-trials.js';
import { takeTurn } from '../src/ingestion/visiting/host-turns.js';
import { Settings } from '../src/settings/settings.js';
import { Office } from './support/office.js';

/** Reads the test's own server, which stands on this machine. */
class InnerFetcher extends FeedFetcher {
  override fetch(wanted: FetchRequest) {
    return super.fetch({ ...wanted, allowPrivateNetwork: true });
  }
}

const items = Array.from(
  { length: 12 },
  (_, n) => `<item><title>消息 ${n}</title><link>/n/${n}</link>
  <pubDate>Sun, 22 Nov 2026 0${n % 10}:00:00 +0800</pubDate><description>${'正文。'.repeat(100)}</description></item>`,
);
const FEED = `<rss version="2.0"><channel><title>县报 &amp; 网</title>${items.join('')}</channel></rss>`;
const PAGES: Record<string, [number, string]> = {
  '/rss': [200, FEED],
  '/page': [200, '<html><body><p>一张网页</p></body></html>'],
  '/broken': [200, `<rss><channel><title>县报</title>${items[0]}`],
  '/gone': [404, ''],
};

describe('trying an address', () => {
  let office: Office;
  let server: Server;
  let fetcher: InnerFetcher;
  let reader: BodyReader;
  let base: string;

  beforeAll(async () => {
    office = await Office.open();
    server = createServer((request, response) => {
      const [status, body] = PAGES[request.url ?? ''] ?? [500, ''];
      if (request.url === '/moved') response.writeHead(302, { location: '/rss' }).end();
      else response.writeHead(status, { etag: '"1"' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    fetcher = new InnerFetcher();
    reader = BodyReader.of(null);
  });
  afterAll(async () => {
    await fetcher.close();
    reader.close();
    server.close();
    await office.close();
  });

  const tried = async (path: string, patienceMs = 5_000): Promise<TrialReading> => {
    // The host has rested since the last trial.
    await office.clock.forward({ seconds: 2 });
    const trials = new SourceTrials(office.db, fetcher, reader, office.part(Settings));
    trials.patienceMs = patienceMs;
    return trialReading.parse(await trials.read(base + path));
  };

  it('shows what would be read, the first ten items with the beginning of their text', async () => {
    const reading = await tried('/moved');
    expect(reading).toMatchObject({
      outcome: 'ok',
      url: `${base}/rss`,
      format: 'rss',
      title: '县报 & 网',
      itemCount: 12,
    });
    expect(reading.items).toHaveLength(10);
    expect(reading.items[1]).toMatchObject({
      title: '消息 1',
      link: `${base}/n/1`,
      publishedAt: '2026-11-21T17:00:00.000Z',
    });
    expect(reading.items[1]?.text).toHaveLength(200);
  });

  it.each([
    ['/page', 'not_a_feed'],
    ['/gone', 'http_4xx'],
    ['/failing', 'http_5xx'],
  ])('says of %s: %s', async (path, outcome) => {
    const reading = await tried(path);
    expect(reading).toMatchObject({ outcome, items: [], format: null });
    expect(reading.detail).toMatch(/[一-鿿]/);
  });

  it('names what had to be forgiven', async () => {
    expect((await tried('/broken')).warnings.join()).toContain('断开');
  });

  it('waits for its turn at the host, and says so when it does not come', async () => {
    const host = new URL(base).host;
    await office.clock.forward({ seconds: 2 });
    const held = await takeTurn(office.db.manager, host, 60);
    expect(await tried('/rss', 0)).toMatchObject({ outcome: 'never_started', items: [] });
    expect(held).not.toBeNull();
    await office.db.query('update host_turn set holder = null, busy_until = null');
    expect((await tried('/rss')).outcome).toBe('ok');
    const [turn] = await office.db.query<object[]>(
      'select holder, free_at > app_now() as rests from host_turn where host = $1',
      [host],
    );
    expect(turn).toEqual({ holder: null, rests: true });
  });

  it('stores nothing', async () => {
    const [row] = await office.db.query<object[]>(
      'select (select count(*)::int from article) as articles, (select count(*)::int from visit) as visits',
    );
    expect(row).toEqual({ articles: 0, visits: 0 });
  });

  it('refuses a private address over HTTP, and more than ten trials a minute', async () => {
    let hosts = 0;
    const inner = () => office.post<TrialReading>('/sources/test', { url: `http://127.0.1.${(hosts += 1)}/rss` });
    const first = await inner();
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ outcome: 'refused_address', items: [] });
    for (let at = 0; at < 9; at += 1) expect((await inner()).status).toBe(200);
    expect((await inner()).status).toBe(429);
  });
});
