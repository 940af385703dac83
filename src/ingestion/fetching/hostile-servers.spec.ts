import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Servers } from '../../../test/support/servers.js';
import type { Lookup } from '../../network/address-guard.js';
import { FeedFetcher, type FetchLimits } from './fetch-feed.js';
import type { Attempt } from './fetch-outcome.js';

const servers = new Servers();
const fetchers: FeedFetcher[] = [];
afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((one) => one.close()));
  await servers.close();
});

function fetcher(limits: Partial<FetchLimits> = {}, lookup?: Lookup): FeedFetcher {
  const made = new FeedFetcher({ limits, ...(lookup ? { lookup } : {}) });
  fetchers.push(made);
  return made;
}
const read = (url: string, limits: Partial<FetchLimits> = {}): Promise<Attempt> =>
  fetcher(limits).fetch({ url, allowPrivateNetwork: true });
const textOf = (attempt: Attempt): string =>
  attempt.outcome === 'ok' ? Buffer.from(attempt.body).toString() : attempt.outcome;
/** What a server says, word for word, before it hangs up. */
const says =
  (...words: (string | Buffer)[]) =>
  (socket: Socket): void => {
    for (const word of words) socket.write(word);
    socket.end();
  };

describe('a server of the old kind', () => {
  test.each([
    ['HTTP/1.0 without a length', 'HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss/>'],
    ['no length, the end is where it hangs up', 'HTTP/1.1 200 OK\r\n\r\n<rss/>'],
    ['chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n<rs\r\n3\r\ns/>\r\n0\r\n\r\n'],
    ['a word that is no compression', 'HTTP/1.1 200 OK\r\nContent-Encoding: utf-8\r\nContent-Length: 6\r\n\r\n<rss/>'],
  ])('%s is read', async (_, words) => {
    expect(textOf(await read(await servers.tcp(says(words))))).toBe('<rss/>');
  });

  test.each([
    ['raw UTF-8', Buffer.from('/影院'), '/%E5%BD%B1%E9%99%A2'],
    ['raw GBK', Buffer.from([0x2f, 0xd3, 0xb0]), '/%D3%B0'],
    ['proper', Buffer.from('/%E5%BD%B1'), '/%E5%BD%B1'],
  ])('a redirect written in %s leads where it should', async (_, location, path) => {
    const asked: string[] = [];
    const url = await servers.tcp((socket, heard) => {
      asked.push(heard.split(' ')[1] ?? '');
      if (asked.length > 1) return says('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>')(socket);
      return says('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ', location, '\r\n\r\n')(socket);
    });
    expect(textOf(await read(url))).toBe('<rss/>');
    expect(asked).toEqual(['/', path]);
  });

  test('a tag of any bytes comes back to its server as it was', async () => {
    const heard: string[] = [];
    const url = await servers.tcp((socket, said) => {
      heard.push(said);
      says('HTTP/1.1 200 OK\r\nETag: "', Buffer.from('影院'), '"\r\nContent-Length: 6\r\n\r\n<rss/>')(socket);
    });
    const first = await read(url);
    const etag = first.outcome === 'ok' ? first.etag : null;
    await fetcher().fetch({ url, etag, allowPrivateNetwork: true });
    expect(Buffer.from(heard[1] ?? '', 'latin1').toString()).toContain('if-none-match: "影院"\r\n');
  });
});

describe('a server that breaks the rules', () => {
  test.each([
    ['chunks that are none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<rss/>', 'malformed'],
    ['line ends of its own', 'HTTP/1.1 200 OK\nConnection: close\n\n<rss/>', 'malformed'],
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n', 'malformed'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Length: 7\r\n\r\n<rss/>', 'malformed'],
    ['a body shorter than its length', 'HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n<rss/>', 'network'],
    ['a hang-up without a word', '', 'network'],
    ['a redirect to nowhere', 'HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n', 'redirects'],
    ['a redirect to no address', 'HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n', 'malformed'],
    [
      'a redirect to a file',
      'HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n',
      'refused_address',
    ],
    ['"not modified" that nobody asked for', 'HTTP/1.1 304 Not Modified\r\n\r\n', 'malformed'],
    [
      'a compression we cannot undo',
      'HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 1\r\n\r\nx',
      'malformed',
    ],
    [
      'layer upon layer',
      'HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip\r\nContent-Length: 1\r\n\r\nx',
      'malformed',
    ],
    ['its own word that it is too large', 'HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<rss/>', 'too_large'],
    [
      'headers without end',
      `HTTP/1.1 200 OK\r\n${'X-Pad: aaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(2_000)}\r\n<rss/>`,
      'malformed',
    ],
    ['one header without end', `HTTP/1.1 200 OK\r\nX-Pad: ${'a'.repeat(100_000)}`, 'malformed'],
    [
      'a challenge with status 200',
      'HTTP/1.1 200 OK\r\n\r\n<html><script>document.cookie="__jsl_clearance=1"</script>',
      'blocked_by_challenge',
    ],
    [
      'a challenge with status 521',
      'HTTP/1.1 521 X\r\nContent-Type: text/html\r\n\r\n<script>document.cookie="__jsl_clearance=1"</script>',
      'blocked_by_challenge',
    ],
    [
      'an error page of a wall that is down',
      'HTTP/1.1 521 X\r\nContent-Type: text/html\r\n\r\n<html>Web server is down',
      'http_5xx',
    ],
  ])('%s: it has its name, and a detail in both languages', async (_, words, outcome) => {
    const attempt = await read(await servers.tcp(says(words)));
    expect(attempt).toMatchObject({ outcome, detail: expect.stringContaining(' · ') as string });
    expect(attempt.tookMs).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['headers, one at a time', (socket: Socket) => trickle(socket, 'HTTP/1.1 200 OK\r\n', 'X-A: b\r\n')],
    ['body, byte by byte', (socket: Socket) => trickle(socket, 'HTTP/1.1 200 OK\r\n\r\n', ' ')],
    ['"continue" for ever', (socket: Socket) => trickle(socket, '', 'HTTP/1.1 102 Processing\r\n\r\n')],
    [
      'the page behind a refusal',
      (socket: Socket) => trickle(socket, 'HTTP/1.1 403 X\r\nContent-Type: text/html\r\n\r\n', ' '),
    ],
  ])('%s: nobody waits beyond the limit', async (_, talk) => {
    const { outcome } = await read(await servers.tcp(talk), { timeLimitMs: 300 });
    expect(['timeout', 'http_4xx']).toContain(outcome);
  });

  test('a name service that never answers is given up at the time limit', async () => {
    const attempt = await fetcher({ timeLimitMs: 100 }, () => undefined).fetch({ url: 'http://news.example/' });
    expect(attempt.outcome).toBe('timeout');
    // Well before the dialler itself would give up connecting.
  }, 5_000);

  test.each([
    ['a bomb in a bomb', gzipSync(gzipSync(Buffer.alloc(200_000_000), { level: 1 })), 'gzip, gzip'],
    ['a bomb whose inside is nothing', gzipSync(Buffer.concat(Array<Buffer>(60_000).fill(gzipSync('')))), 'gzip, gzip'],
    ['two kinds', brotliCompressSync(gzipSync(Buffer.alloc(20_000_000))), 'gzip, br'],
  ])('%s is stopped between its layers', async (_, bomb, encoding) => {
    const url = await servers.http((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(bomb);
    });
    expect(await read(url, { mostBytes: 1_000_000 })).toMatchObject({ outcome: 'too_large' });
  });
});

function trickle(socket: Socket, first: string, drop: string): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(drop), 10);
  socket.on('close', () => clearInterval(timer));
}

describe('encryption', () => {
  test('a certificate that nobody vouches for is refused, from the file too', async () => {
    const asked: string[] = [];
    const url = await servers.https((request, response) => {
      asked.push(request.url ?? '');
      response.end('<rss/>');
    });
    expect(await read(url)).toMatchObject({ outcome: 'tls' });
    expect(asked).toEqual([]);
  });

  test('plain text where encryption was expected has its name', async () => {
    const url = await servers.tcp(says('HTTP/1.1 200 OK\r\n\r\n<rss/>'));
    expect(await read(url.replace('http:', 'https:'))).toMatchObject({ outcome: 'tls' });
  });
});

describe('what is never sent', () => {
  test('cookies, credentials of the address, and those of a redirect', async () => {
    const heard: object[] = [];
    const url = await servers.http((request, response) => {
      heard.push(request.headers);
      if (heard.length > 1) return response.end('<rss/>');
      const location = `http://admin:secret@${request.headers.host ?? ''}/next#part`;
      return response.writeHead(301, { location, 'set-cookie': 'a=b' }).end();
    });
    const attempt = await read(url.replace('//', '//user:password@'));
    expect(attempt).toMatchObject({
      outcome: 'ok',
      url: `${url}/next`,
      notes: [expect.stringContaining(`${url}/next`)],
    });
    expect(heard).toHaveLength(2);
    for (const headers of heard)
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining([expect.stringMatching(/cookie|authorization/)]));
  });

  test('anything to a proxy that the environment names', async () => {
    let proxied = 0;
    const proxy: Server = createServer((_request, response) => {
      proxied += 1;
      response.end();
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const before = process.env['HTTP_PROXY'];
    process.env['HTTP_PROXY'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      expect(textOf(await read(await servers.http((_request, response) => response.end('<rss/>'))))).toBe('<rss/>');
      expect(proxied).toBe(0);
    } finally {
      if (before === undefined) delete process.env['HTTP_PROXY'];
      else process.env['HTTP_PROXY'] = before;
      await new Promise((resolve) => proxy.close(resolve));
    }
  });

  test('a request to a private address behind a name, at once or by redirect, or to a port of another service', async () => {
    const inner: string[] = [];
    const url = await servers.http((request, response) => {
      inner.push(request.url ?? '');
      response.end('secret');
    });
    const { port } = new URL(url);
    const toInner: Lookup = (_hostname, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const refused = { outcome: 'refused_address' };
    expect(await fetcher({}, toInner).fetch({ url: `http://news.example:${port}/` })).toMatchObject(refused);
    const outer = await servers.http((_request, response) =>
      response.writeHead(302, { location: `http://news.example:${port}/` }).end(),
    );
    expect(await fetcher({}, toInner).fetch({ url: outer, allowPrivateNetwork: true })).toMatchObject(refused);
    expect(await fetcher().fetch({ url: 'http://news.example:25/' })).toMatchObject(refused);
    expect(inner).toEqual([]);
  });
});
