import { Buffer } from 'node:buffer';
import { FetchFault } from './fetch-outcome.js';

const LONGEST_SHOWN = 200;

/**
 * An address as it may be dialled: http or https, without user name and password, which are never sent on.
 * @throws FetchFault
 */
export function webAddress(written: string, base?: URL): URL {
  if (!URL.canParse(written, base?.href)) {
    throw new FetchFault('malformed', `网址有误 · not a valid address: ${written.slice(0, LONGEST_SHOWN)}`);
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

/** Where a redirect leads. @param location as the header has it, one character a byte; servers write raw UTF-8 into it, and GBK */
export function redirectTarget(location: string, from: URL): URL {
  return webAddress(isAscii(location) ? location : readable(location), from);
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

function readable(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return bytes.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  }
}

const PERMANENT = new Set([301, 308]);

/** What a reader of the source should know of a redirect. */
export function redirectNotes(status: number, from: URL, to: URL): string[] {
  const notes: string[] = [];
  if (PERMANENT.has(status)) notes.push(`网址已永久迁移，请更新 · moved permanently, update the address: ${to.href}`);
  if (from.protocol === 'https:' && to.protocol === 'http:')
    notes.push(`由 https 转到不加密的 http · led from https to plain http: ${to.host}`);
  return notes;
}
