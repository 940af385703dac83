import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { LookupAddress } from 'node:dns';
import { guardedLookup, type Lookup } from '../../network/address-guard.js';
import { RefusedAddress } from '../../network/refused-address.js';
import { FeedFetcher, type FetchLimits } from './fetch-feed.js';
import type { FetchOutcome } from './fetch-outcome.js';

const servers: Server[] = [];
const fetchers: FeedFetcher[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function fetcher(limits: Partial<FetchLimits> = {}, lookup?: Lookup): FeedFetcher {
  const made = new FeedFetcher({ limits, ...(lookup ? { lookup } : {}) });
  fetchers.push(made);
  return made;
}

const names =
  (addresses: (hostname: string) => string[]): Lookup =>
  (hostname, _options, callback) =>
    callback(
      null,
      addresses(hostname).map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const read = (url: string, limits: Partial<FetchLimits> = {}): Promise<FetchOutcome> =>
  fetcher(limits).fetch({ url, allowPrivateNetwork: true });

const textOf = (outcome: FetchOutcome): string =>
  outcome.outcome === 'ok' ? new TextDecoder().decode(outcome.body) : outcome.outcome;

afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((one) => one.close()));
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('reading an address over the network', () => {
  test('gives the body with its status, headers and marks of freshness', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, {
        etag: '"a1"',
        'last-modified': 'Mon, 05 Jan 2026 00:00:00 GMT',
        'content-type': 'text/xml',
      });
      response.end('<rss/>');
    });
    const outcome = await read(url);
    expect(outcome).toMatchObject({
      outcome: 'ok',
      status: 200,
      etag: '"a1"',
      lastModified: 'Mon, 05 Jan 2026 00:00:00 GMT',
    });
    expect(textOf(outcome)).toBe('<rss/>');
  });

  test('asks conditionally and hears that nothing changed', async () => {
    const url = await serve((request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"a1"' ? 304 : 200;
      response.end();
    });
    const outcome = await fetcher().fetch({ url, etag: '"a1"', allowPrivateNetwork: true });
    expect(outcome.outcome).toBe('not_modified');
  });

  test.each([
    ['gzip', gzipSync('<rss/>')],
    ['deflate', deflateSync('<rss/>')],
    ['br', brotliCompressSync('<rss/>')],
    ['gzip', gzipSync('<rss/>'.repeat(10)).subarray(0, -6)],
  ])('undoes %s, cut off or whole', async (encoding, body) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(body);
    });
    expect(textOf(await read(url))).toMatch(/^<rss\/>/);
  });

  test('follows redirects, also relative ones, and names where it arrived', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/there') return response.end('<rss/>');
      return response.writeHead(302, { location: '/there' }).end();
    });
    expect(await read(url)).toMatchObject({ outcome: 'ok', url: `${url}/there` });
  });

  test.each([
    [404, {}, { outcome: 'http_4xx', status: 404 }],
    [503, { 'retry-after': '120' }, { outcome: 'http_5xx', retryAfterMs: 120_000 }],
    [403, { 'cf-mitigated': 'challenge' }, { outcome: 'blocked_by_challenge' }],
    [412, { 'content-type': 'text/html' }, { outcome: 'blocked_by_challenge' }],
  ])('calls a %s by its name', async (status, headers, expected) => {
    const url = await serve((_request, response) => response.writeHead(status, headers).end('no'));
    expect(await read(url)).toMatchObject(expected);
  });
});

describe('an address that means harm', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://192.168.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://224.0.0.1/',
    'http://0.0.0.0/',
    'file:///etc/passwd',
    'gopher://example.org/',
  ])('%s is refused without a word to it', async (url) => {
    expect(await fetcher().fetch({ url })).toMatchObject({ outcome: 'refused_address' });
  });

  test('a name is refused when any of its addresses is private', async () => {
    const lookup = names(() => ['93.184.216.34', '10.0.0.7']);
    expect(await fetcher({}, lookup).fetch({ url: 'http://news.example/' })).toMatchObject({
      outcome: 'refused_address',
    });
  });

  test('a name that answers differently the second time (rebinding) gains nothing: what is dialled is what was judged', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const guarded = guardedLookup(names(() => answers.shift() ?? []));
    const ask = (): Promise<unknown> =>
      new Promise((resolve) =>
        guarded('news.example', { all: true }, (error, addresses) => resolve(error ?? addresses)),
      );
    expect(await ask()).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(await ask()).toBeInstanceOf(RefusedAddress);
  });

  test('a redirect from an allowed host to another private one is refused', async () => {
    const inner = await serve((_request, response) => response.end('secret'));
    const outer = await serve((_request, response) => response.writeHead(302, { location: inner }).end());
    expect(await read(outer)).toMatchObject({ outcome: 'refused_address' });
  });

  test('redirects without end are stopped', async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: '/again' }).end());
    expect(await read(url)).toMatchObject({ outcome: 'redirects' });
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(20_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(20_000_000))],
    ['identity', Buffer.alloc(2_000_000)],
  ])('a %s bomb is stopped while it flows', async (encoding, bomb) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(bomb);
    });
    expect(await read(url, { mostBytes: 1_000_000 })).toMatchObject({ outcome: 'too_large' });
  });

  test('a body that never ends is given up at the time limit', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200);
      response.write('<rss>');
    });
    expect(await read(url, { timeLimitMs: 200 })).toMatchObject({ outcome: 'timeout' });
  });

  test('a server that never answers is given up at the time limit', async () => {
    const url = await serve(() => undefined);
    expect(await read(url, { timeLimitMs: 200 })).toMatchObject({ outcome: 'timeout' });
  });

  test('stopping breaks off what is under way', async () => {
    const one = fetcher();
    const url = await serve(() => void one.close());
    const outcome = one.fetch({ url, allowPrivateNetwork: true });
    expect(await outcome).toMatchObject({ outcome: 'network' });
    expect(one.isClosed).toBe(true);
  });

  test('broken compression, broken connections and unknown names each have a name', async () => {
    const broken = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end('no gzip');
    });
    const hangUp = await serve((request) => request.socket.destroy());
    const nobody: Lookup = (hostname, _options, callback) =>
      callback(Object.assign(new Error(hostname), { code: 'ENOTFOUND' }), []);
    expect(await read(broken)).toMatchObject({ outcome: 'malformed' });
    expect(await read(hangUp)).toMatchObject({ outcome: 'network' });
    expect(await fetcher({}, nobody).fetch({ url: 'http://nobody.example/' })).toMatchObject({ outcome: 'dns' });
  });
});
