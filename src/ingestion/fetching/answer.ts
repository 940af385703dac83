import { CHALLENGE_BYTES, challengeOf } from './challenge.js';
import { type Fetched, type FetchFailure, FetchFault, type FetchOutcome } from './fetch-outcome.js';
import { beginningOf, readBody, tooLarge } from './response-body.js';
import { discard, headerOf, headersOf, type Response } from './response-headers.js';
import { retryAfterMs } from './retry-after.js';

/** What was asked, as far as the answer depends on it. */
export interface Asked {
  url: URL;
  /** With If-None-Match or If-Modified-Since: only then may the server say that nothing changed. */
  conditional: boolean;
  /** Of the body, before and after decompression. */
  mostBytes: number;
  notes: string[];
}

/** Reads the answer of the address where the redirects ended. @throws FetchFault, or what the network says */
export async function outcomeOf(response: Response, asked: Asked): Promise<FetchOutcome> {
  const { statusCode: status } = response;
  if (status === 304) return notModified(response, asked);
  if (status >= 300 && status < 400) {
    discard(response);
    throw new FetchFault('redirects', `答复 ${status} 却没有给出去处 · ${status}, but it does not say where to`);
  }
  return status < 300 ? fetched(response, asked) : refused(response);
}

/** Where nothing was named that could have changed, "not modified" means that nothing was read. */
function notModified(response: Response, { url, conditional }: Asked): FetchOutcome {
  discard(response);
  if (conditional) return { outcome: 'not_modified', url: url.href, headers: headersOf(response) };
  throw new FetchFault(
    'malformed',
    '未带条件却答复 304，无内容可读 · 304 to a request without condition: nothing to read',
  );
}

async function fetched(response: Response, { url, mostBytes, notes }: Asked): Promise<Fetched | FetchFailure> {
  const headers = headersOf(response);
  const { statusCode: status } = response;
  const body = await bodyOf(response, mostBytes);
  const wall = challengeOf(headers, body);
  if (wall !== null) return blocked(wall, status, headers);
  const [etag, lastModified] = [headers['etag'] ?? null, headers['last-modified'] ?? null];
  return { outcome: 'ok', status, url: url.href, headers, body, etag, lastModified, notes };
}

async function bodyOf(response: Response, mostBytes: number): Promise<Uint8Array> {
  if (Number(headerOf(response, 'content-length') ?? 0) > mostBytes) {
    discard(response);
    throw tooLarge(mostBytes);
  }
  return readBody(response.body, headerOf(response, 'content-encoding') ?? '', mostBytes);
}

/** 瑞数 answers 412 with a script, whatever else stands in the page. */
const WALL_BY_STATUS: Partial<Record<number, string>> = { 412: '瑞数 River Security' };

async function refused(response: Response): Promise<FetchFailure> {
  const { statusCode: status } = response;
  const headers = headersOf(response);
  const isPage = /html/i.test(headers['content-type'] ?? '');
  const page = isPage ? await pageOf(response) : new Uint8Array();
  discard(response);
  const wall = challengeOf(headers, page) ?? (isPage ? WALL_BY_STATUS[status] : undefined);
  if (wall !== undefined) return blocked(wall, status, headers);
  const detail = `服务器答复 ${status} · the server answered ${status}`;
  return { outcome: status >= 500 ? 'http_5xx' : 'http_4xx', detail, ...manners(status, headers) };
}

/** A page behind a refusal is looked at only for what kind of refusal it is: a fault in it changes nothing. */
async function pageOf(response: Response): Promise<Uint8Array> {
  return beginningOf(response.body, headerOf(response, 'content-encoding') ?? '', CHALLENGE_BYTES).catch(
    () => new Uint8Array(),
  );
}

function blocked(wall: string, status: number, headers: Record<string, string>): FetchFailure {
  const detail = `网站要求人机验证（${wall}） · the site asks for a browser check (${status})`;
  return { outcome: 'blocked_by_challenge', detail, ...manners(status, headers) };
}

function manners(status: number, headers: Record<string, string>): Pick<FetchFailure, 'status' | 'retryAfterMs'> {
  const wait = retryAfterMs(headers['retry-after'], Date.now());
  return { status, ...(wait === null ? {} : { retryAfterMs: wait }) };
}
