import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import express, { type NextFunction, type Request, type Response } from 'express';
import { clientFiles } from './client-files.js';
import { securityHeaders } from './security-headers.js';

const folder = mkdtempSync(join(tmpdir(), 'huiying-client-'));
let server: Server;
let base: string;

beforeAll(async () => {
  const app = express();
  app.use(...securityHeaders(), ...clientFiles(folder));
  app.use((request: Request, response: Response) => void response.status(418).send(request.path));
  // Express knows an error handler by its four parameters.
  app.use((error: { status?: number }, _: Request, response: Response, __: NextFunction) => {
    response.status(error.status ?? 500).end();
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('before the client is built', () => {
  test('the page says what to do', async () => {
    const answer = await fetch(base);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });
});

describe('the built client', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<meta name="csp-nonce" content="__CSP_NONCE__"><script src="/a"></script>',
    );
    writeFileSync(join(folder, 'assets/app-1a2b3c.js'), 'export {};');
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  });

  test('its page carries a nonce of its own, the same as the policy names', async () => {
    const nonces = [];
    for (const path of ['/', '/incidents/2f0e', '/?lang=en', '/index.html']) {
      const answer = await fetch(base + path);
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain(`script-src 'self';`);
      expect(policy).toContain(`connect-src 'self';`);
      expect(policy).not.toMatch(/unsafe|upgrade-insecure/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(4);
  });

  test('code goes out packed to whoever can unpack it, and as it is to the others', async () => {
    writeFileSync(join(folder, 'assets/big-4d5e6f.js.gz'), gzipSync('export const big = 1;'));
    writeFileSync(join(folder, 'assets/big-4d5e6f.js'), 'export const big = 1;');
    const file = `${base}/assets/big-4d5e6f.js`;
    for (const [accepted, encoding] of [
      ['gzip, br', 'gzip'],
      ['identity', null],
    ] as const) {
      const answer = await fetch(file, { headers: { 'accept-encoding': accepted } });
      expect(await answer.text()).toBe('export const big = 1;');
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
      expect(answer.headers.get('vary')).toContain('Accept-Encoding');
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
    const unpacked = await fetch(`${base}/assets/app-1a2b3c.js`);
    expect([unpacked.headers.get('content-encoding'), await unpacked.text()]).toEqual([null, 'export {};']);
    expect((await fetch(`${base}/assets/gone-1.js`)).headers.get('content-encoding')).toBeNull();
  });

  test('hashed files may be kept for good, others are asked for again', async () => {
    const hashed = await fetch(`${base}/assets/app-1a2b3c.js`);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${base}/favicon.svg`)).headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/assets/app-gone.js', '/assets/none', '/logo.png', '/..%2f..%2fetc/passwd.txt'])(
    '%s is a 404, never the page',
    async (path) => {
      expect((await fetch(base + path)).status).toBe(404);
    },
  );

  test('what is the server’s is left to it', async () => {
    for (const path of ['/api/v1/incidents', '/health/live', '/metrics', '/socket/?EIO=4']) {
      expect((await fetch(base + path)).status).toBe(418);
    }
  });

  test('only reading is answered', async () => {
    expect((await fetch(base, { method: 'POST' })).status).toBe(404);
  });
});
