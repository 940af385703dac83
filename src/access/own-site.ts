import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * Whether a request comes from a page of this server, as far as the browser tells (`Origin`, `Sec-Fetch-Site`). Programs
 * tell neither and count as our own. For requests that change something and for sockets, which SameSite alone does not
 * protect from neighbours on the same site.
 */
export function fromOwnSite(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  // Behind a TLS proxy our own scheme is unknown, so the default port is judged by the origin's.
  const scheme = URL.canParse(origin) ? new URL(origin).protocol : 'http:';
  return hostOf(origin) === hostOf(`${scheme}//${hostAskedFor(request)}`) && hostOf(origin) !== null;
}

/** Host with port, the scheme's own port left out; null for `null` and other opaque origins. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host || null : null;
}

/** The host the browser asked for; a proxy on this machine is believed when it names another one. */
function hostAskedFor(request: IncomingMessage): string {
  const named = request.headers['x-forwarded-host'];
  const fromProxy = typeof named === 'string' && isLoopback(request.socket.remoteAddress);
  return (fromProxy ? named.split(',')[0]?.trim() : request.headers.host) ?? '';
}

/** Whether an address, as a socket names it, is this machine's own. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
