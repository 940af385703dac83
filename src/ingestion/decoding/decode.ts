import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import { byteOrderOf, decodeUtf32 } from './byte-order.js';
import { encodingAgainst, guessEncoding } from './encoding-guess.js';
import { charsetOf, declaredCharset, encodingOf } from './encoding-labels.js';
import { decodeWindows1252 } from './windows-1252.js';

export interface DecodedText {
  text: string;
  /** The name TextDecoder gives it, lower case: `utf-8`, `gb18030`, `utf-16le` ... */
  encoding: string;
  warnings: string[];
}

/** Where an encoding is claimed: the HTTP header or the document itself. */
interface Claim {
  place: string;
  label: string;
  encoding: string | null;
}

const HEAD_BYTES = 1024;
/** A claim stands while at most this share of the foreign letters can't be read by it (a cut character here and there). */
const BEARABLE = 0.02;
/** UTF-8 has so strict a form that bytes of another encoding are hardly ever read by it without breaking half of the letters. */
const BEARABLE_IN_UTF8 = 0.1;
const SINGLE_BYTE_DEFAULT = 'windows-1252';

const isUtf16or32 = (encoding: string): boolean => /^utf-(16|32)/.test(encoding);

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le');
  return new TextDecoder(encoding).decode(bytes);
}

/** Null when the bytes are no UTF-8. By way of UTF-16 it is three times as fast as TextDecoder, and most feeds are UTF-8. */
function strictUtf8(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? transcode(buffer, 'utf8', 'utf16le').toString('utf16le') : null;
}

/** Share of the letters beyond ASCII that could not be decoded, 0..1. */
function brokenShare(text: string): number {
  let foreign = 0;
  let broken = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) foreign += 1;
    if (code === 0xfffd) broken += 1;
  }
  return foreign === 0 ? 0 : broken / foreign;
}

function claimsOf(bytes: Uint8Array, contentType: string | null | undefined): Claim[] {
  const head = decodeWindows1252(bytes.subarray(0, HEAD_BYTES));
  const labels: [string, string | null][] = [
    ['HTTP', charsetOf(contentType)],
    ['文档声明 declaration', declaredCharset(head)],
  ];
  return labels.flatMap(([place, label]) => (label ? [{ place, label, encoding: encodingOf(label) }] : []));
}

function damaged(text: string, encoding: string, warnings: string[]): DecodedText {
  if (brokenShare(text) > 0) warnings.push(`有字节按 ${encoding} 读不出 · bytes that ${encoding} cannot read`);
  return { text, encoding, warnings };
}

/** A server that says ISO-8859-1 by default is not believed against a document that names another encoding and reads cleanly by it. */
function inOrderOfTrust(claims: Claim[]): Claim[] {
  const [http, declared] = claims;
  const byDefault = http?.encoding === SINGLE_BYTE_DEFAULT && declared !== undefined;
  return byDefault ? [declared, http] : claims;
}

function byClaims(bytes: Uint8Array, claims: Claim[], warnings: string[]): DecodedText | null {
  for (const { place, label, encoding } of inOrderOfTrust(claims)) {
    if (encoding === null) {
      warnings.push(`${place} 所称编码不认识 · unknown encoding named: ${label}`);
      continue;
    }
    if (isUtf16or32(encoding)) continue;
    const text = decodeAs(bytes, encoding);
    const likelier = brokenShare(text) <= BEARABLE ? encodingAgainst(bytes, encoding) : encoding;
    if (likelier === null) return damaged(text, encoding, warnings);
    warnings.push(`${place} 称 ${label}，字节不符 · the bytes are not ${label} as named there`);
    if (likelier !== encoding) return damaged(decodeAs(bytes, likelier), likelier, warnings);
  }
  return null;
}

function asUtf8(text: string, claims: Claim[], warnings: string[]): DecodedText {
  const claimed = claims.find(({ encoding }) => encoding !== null && encoding !== 'utf-8');
  // Pure ASCII reads alike in most encodings: only a stateful one (escape sequences) is still worth following.
  const stateful = claimed?.encoding === 'iso-2022-jp' && text.includes('\u001b');
  if (stateful)
    return { text: decodeAs(new TextEncoder().encode(text), 'iso-2022-jp'), encoding: 'iso-2022-jp', warnings };
  if (claimed && /[^\0-\u007f]/.test(text)) {
    warnings.push(`${claimed.place} 称 ${claimed.label}，实为 UTF-8 · named ${claimed.label}, but the bytes are UTF-8`);
  }
  return { text, encoding: 'utf-8', warnings };
}

/** UTF-8 in which something was cut (by a server that counts bytes), or a line of another encoding stands, is still UTF-8. */
function nearlyUtf8(bytes: Uint8Array, warnings: string[]): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  return brokenShare(text) <= BEARABLE_IN_UTF8 ? damaged(text, 'utf-8', warnings) : null;
}

/** @param bytes without a byte order mark */
function decodeUnmarked(bytes: Uint8Array, claims: Claim[], warnings: string[]): DecodedText {
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return asUtf8(utf8, claims, warnings);
  const decided = nearlyUtf8(bytes, warnings) ?? byClaims(bytes, claims, warnings);
  if (decided) return decided;
  const encoding = guessEncoding(bytes);
  warnings.push(`编码按字频推断为 ${encoding} · encoding guessed: ${encoding}`);
  return damaged(decodeAs(bytes, encoding), encoding, warnings);
}

/**
 * Bytes of a feed to text. Order of evidence: byte order mark, bytes that are valid UTF-8, HTTP charset, the document's own
 * declaration, a guess by letter frequency; claims that the bytes contradict are passed over. GB2312 and GBK are read as
 * GB18030. Never throws; doubts stand in `warnings`.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string | null): DecodedText {
  const warnings: string[] = [];
  const order = byteOrderOf(bytes);
  const rest = order ? bytes.subarray(order.skip) : bytes;
  if (order && order.encoding !== 'utf-8') return damaged(decodeAs(rest, order.encoding), order.encoding, warnings);
  // Behind the mark of UTF-8 nobody asks what is claimed, unless the mark itself is a lie: put before GBK by a template.
  const claims = claimsOf(rest, contentType);
  return decodeUnmarked(rest, order && isUtf8(rest) ? [] : claims, warnings);
}
