import type { IncomingMessage } from 'node:http';
import { fromOwnSite, isLoopback } from './own-site.js';

function ask(headers: Record<string, string>, remoteAddress = '10.1.1.1'): boolean {
  return fromOwnSite({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);
}

const host = 'board.office.test:3000';

describe('where a request comes from', () => {
  test('a program that tells nothing is taken as our own', () => {
    expect(ask({ host })).toBe(true);
  });

  test.each([
    ['the same host and port', { host, origin: `http://${host}` }, true],
    ['another port of the same host', { host, origin: 'http://board.office.test' }, false],
    ['the default port, named or not', { host: 'board.office.test', origin: 'https://board.office.test:443' }, true],
    ['TLS ended by a proxy', { host: 'board.office.test', origin: 'https://board.office.test' }, true],
    ['a sub-domain', { host, origin: `http://x.${host}` }, false],
    ['nowhere that can be named', { host, origin: 'null' }, false],
    ['nowhere, asked of no host', { origin: 'file://' }, false],
    [
      'its own origin, but told to be of another site',
      { host, origin: `http://${host}`, 'sec-fetch-site': 'cross-site' },
      false,
    ],
  ])('%s', (_, headers, own) => {
    expect(ask(headers)).toBe(own);
  });

  test('a proxy is believed only on this machine', () => {
    const headers = { host: '127.0.0.1:3000', 'x-forwarded-host': host, origin: `https://${host}` };
    expect(ask(headers, '::ffff:127.0.0.1')).toBe(true);
    expect(ask(headers, '10.1.1.1')).toBe(false);
  });

  test('addresses of this machine', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([true, true, true, true]);
    expect(['10.0.0.1', '::ffff:10.0.0.1', undefined, ''].map(isLoopback)).toEqual([false, false, false, false]);
  });
});
