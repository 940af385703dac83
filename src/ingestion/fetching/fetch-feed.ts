import { request } from 'undici';
import type { Lookup } from '../../network/address-guard.js';
import { Dialler } from '../../network/dialler.js';
import { endOf } from '../../network/end-of.js';
import { outcomeOf } from './answer.js';
import { type Attempt, FetchFault, type FetchOutcome, HostBusy } from './fetch-outcome.js';
import { failureOf } from './network-faults.js';
import { discard, headerOf, type Response } from './response-headers.js';
import { redirectNotes, redirectTarget, webAddress } from './web-address.js';

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
  /** Of the body, before and after decompression, and between two layers of it. */
  mostBytes: number;
  mostRedirects: number;
}

export const FETCH_LIMITS: FetchLimits = { timeLimitMs: 20_000, mostBytes: 10 * 1024 * 1024, mostRedirects: 5 };

const HEADERS = {
  'user-agent': 'Huiying/0.1 (feed reader)',
  accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  // Not deflate: servers disagree on what it is.
  'accept-encoding': 'gzip, br',
};
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

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
  async fetch(wanted: FetchRequest): Promise<Attempt> {
    const began = performance.now();
    const outcome = await this.attempt(wanted);
    return { ...outcome, tookMs: Math.round(performance.now() - began) };
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

  private async attempt(wanted: FetchRequest): Promise<FetchOutcome> {
    const limit = new AbortController();
    const alarm = setTimeout(() => limit.abort(), this.limits.timeLimitMs);
    try {
      return await Promise.race([this.follow(wanted, limit.signal), endOf(limit.signal)]);
    } catch (error) {
      if (error instanceof HostBusy) throw error;
      if (!limit.signal.aborted) return failureOf(error);
      const seconds = this.limits.timeLimitMs / 1000;
      return { outcome: 'timeout', detail: `${seconds} 秒内没有读完 · not read within ${seconds} s` };
    } finally {
      clearTimeout(alarm);
    }
  }

  private async follow(wanted: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> {
    const conditions = conditionsOf(wanted);
    const first = webAddress(wanted.url);
    const notes: string[] = [];
    let url = first;
    for (let hop = 0; hop <= this.limits.mostRedirects; hop += 1) {
      const named = wanted.allowPrivateNetwork === true && url.host === first.host;
      await wanted.admit?.(url.host);
      const response = await this.ask(url, named, conditions, signal);
      const location = headerOf(response, 'location');
      if (!REDIRECTS.has(response.statusCode) || location === null) {
        const conditional = Object.keys(conditions).length > 0;
        return outcomeOf(response, { url, conditional, mostBytes: this.limits.mostBytes, notes });
      }
      discard(response);
      const target = redirectTarget(location, url);
      notes.push(...redirectNotes(response.statusCode, url, target));
      url = target;
    }
    throw new FetchFault('redirects', `重定向超过 ${this.limits.mostRedirects} 次 · more redirects than allowed`);
  }

  private ask(url: URL, named: boolean, conditions: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const dispatcher = this.dialler.towards(named ? 'file' : 'form');
    return request(url, { dispatcher, headers: { ...HEADERS, ...conditions }, signal });
  }
}

function conditionsOf({ etag, lastModified }: FetchRequest): Record<string, string> {
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(lastModified ? { 'if-modified-since': lastModified } : {}) };
}
