import { type Dispatcher, request } from 'undici';
import type { Lookup } from '../../network/address-guard.js';
import { Dialler } from '../../network/dialler.js';
import { type FetchFailure, FetchFault, type FetchOutcome, HostBusy } from './fetch-outcome.js';
import { failureOf } from './network-faults.js';
import { readBody, tooLarge } from './response-body.js';
import { retryAfterMs } from './retry-after.js';

export interface FetchRequest {
  url: string;
  /** Of the last successful visit: the server may answer that nothing changed. */
  etag?: string | null;
  lastModified?: string | null;
  /** Only for sources of the configuration file; it holds for this host, not for where it redirects to. */
  allowPrivateNetwork?: boolean;
  /** Called before every request, with the host it goes to. @throws HostBusy when it may not be made now */
  admit?: (host: string) => Promise<void>;
}

export interface FetchLimits {
  /** From dialling to the last byte, redirects included. */
  timeLimitMs: number;
  /** Of the body, before and after decompression. */
  mostBytes: number;
  mostRedirects: number;
}

export const FETCH_LIMITS: FetchLimits = { timeLimitMs: 20_000, mostBytes: 10 * 1024 * 1024, mostRedirects: 5 };

const HEADERS = {
  'user-agent': 'Huiying/0.1 (feed reader)',
  accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

type Response = Dispatcher.ResponseData;

/** Reads addresses that strangers choose: guarded dialling, limits on time, bytes and redirects, conditional requests. */
export class FeedFetcher {
  private readonly dialler: Dialler;
  private readonly limits: FetchLimits;
  private closed = false;

  constructor(options: { limits?: Partial<FetchLimits>; lookup?: Lookup } = {}) {
    this.limits = { ...FETCH_LIMITS, ...options.limits };
    this.dialler = new Dialler({ lookup: options.lookup });
  }

  /**
   * One visit of one address. Never throws for what the network or the server does.
   * @throws HostBusy when a request was not admitted
   */
  async fetch(wanted: FetchRequest): Promise<FetchOutcome> {
    const limit = new AbortController();
    const alarm = setTimeout(() => limit.abort(), this.limits.timeLimitMs);
    try {
      return await this.follow(wanted, limit.signal);
    } catch (error) {
      if (error instanceof HostBusy) throw error;
      if (!limit.signal.aborted) return failureOf(error);
      const seconds = this.limits.timeLimitMs / 1000;
      return { outcome: 'timeout', detail: `${seconds} 秒内没有读完 · not read within ${seconds} s` };
    } finally {
      clearTimeout(alarm);
    }
  }

  /** True once `close()` was called: what fails from then on fails because we stop, not because of the source. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    this.closed = true;
    await this.dialler.destroy();
  }

  private async follow(wanted: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> {
    const first = addressOf(wanted.url, undefined);
    let url = first;
    for (let hop = 0; hop <= this.limits.mostRedirects; hop += 1) {
      const named = wanted.allowPrivateNetwork === true && url.host === first.host;
      await wanted.admit?.(url.host);
      const response = await request(url, {
        dispatcher: this.dialler.towards(named ? 'file' : 'form'),
        headers: { ...HEADERS, ...conditionsOf(wanted) },
        signal,
      });
      const location = headerOf(response, 'location');
      if (!REDIRECTS.has(response.statusCode) || location === null) return this.answerOf(response, url);
      discard(response);
      url = addressOf(location, url);
    }
    throw new FetchFault('redirects', `重定向超过 ${this.limits.mostRedirects} 次 · more redirects than allowed`);
  }

  private async answerOf(response: Response, url: URL): Promise<FetchOutcome> {
    const { statusCode: status } = response;
    const headers = flatten(response.headers);
    if (status === 304) {
      discard(response);
      return { outcome: 'not_modified', url: url.href, headers };
    }
    if (status < 200 || status > 299) {
      discard(response);
      return refusalOf(status, headers);
    }
    const body = await this.bodyOf(response);
    const etag = headers['etag'] ?? null;
    return {
      outcome: 'ok',
      status,
      url: url.href,
      headers,
      body,
      etag,
      lastModified: headers['last-modified'] ?? null,
    };
  }

  private async bodyOf(response: Response): Promise<Uint8Array> {
    if (Number(headerOf(response, 'content-length') ?? 0) > this.limits.mostBytes) {
      discard(response);
      throw tooLarge(this.limits.mostBytes);
    }
    return readBody(response.body, headerOf(response, 'content-encoding') ?? '', this.limits.mostBytes);
  }
}

/** @throws FetchFault when the address is none that may be dialled */
function addressOf(written: string, base: URL | undefined): URL {
  if (!URL.canParse(written, base?.href)) {
    throw new FetchFault('malformed', `网址有误 · not a valid address: ${written.slice(0, 200)}`);
  }
  const url = new URL(written, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchFault('refused_address', `只读 http 和 https · only http and https are read: ${url.protocol}`);
  }
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

function conditionsOf({ etag, lastModified }: FetchRequest): Record<string, string> {
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(lastModified ? { 'if-modified-since': lastModified } : {}) };
}

/** Ends a response nobody reads; its connection is given up rather than drained. */
function discard(response: Response): void {
  response.body.on('error', () => undefined);
  response.body.destroy();
}

function headerOf(response: Response, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function flatten(headers: Response['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** 412 and 521 with a script are how Chinese web firewalls ask for a browser; Cloudflare says so in a header. */
function isChallenge(status: number, headers: Record<string, string>): boolean {
  const script = /html/i.test(headers['content-type'] ?? '');
  return headers['cf-mitigated'] === 'challenge' || ((status === 412 || status === 521) && script);
}

function refusalOf(status: number, headers: Record<string, string>): FetchFailure {
  const wait = retryAfterMs(headers['retry-after'], Date.now());
  const common = { status, ...(wait === null ? {} : { retryAfterMs: wait }) };
  if (isChallenge(status, headers)) {
    return {
      outcome: 'blocked_by_challenge',
      detail: `网站要求人机验证 · the site asks for a browser check (${status})`,
      ...common,
    };
  }
  const outcome = status >= 500 ? 'http_5xx' : 'http_4xx';
  return { outcome, detail: `服务器答复 ${status} · the server answered ${status}`, ...common };
}
