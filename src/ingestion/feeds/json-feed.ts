import { DAMAGE } from './damage.js';
import { publishedOf } from './feed-dates.js';
import { type FeedDocument, FeedError, type FeedItem } from './feed-document.js';
import { isWebAddress, readLink } from './links.js';
import { plainText, tidy } from './plain-text.js';

const MOST_ITEMS = 5_000;
const LONGEST_FIELD = 250_000;

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of these members that holds text. */
function textAt(object: JsonObject, ...names: string[]): string {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value !== '') return value.slice(0, LONGEST_FIELD);
  }
  return '';
}

/** Behind the names of JSON Feed those that programs use which only turn RSS into JSON. */
function itemOf(item: JsonObject, base: string | undefined, now: Date): FeedItem {
  const html = plainText({ value: textAt(item, 'content_html', 'content'), kind: 'html' });
  const text = tidy(textAt(item, 'content_text'));
  const content = html.length > text.length ? html : text;
  const summary = plainText({ value: textAt(item, 'summary', 'description'), kind: 'guess' }) || content;
  const guid = textAt(item, 'id', 'guid').trim() || null;
  const link = readLink(textAt(item, 'url', 'link'), base) ?? readLink(textAt(item, 'external_url'), base);
  const dates = [textAt(item, 'date_published', 'pubDate', 'published'), textAt(item, 'date_modified', 'updated')];
  return {
    title: plainText({ value: textAt(item, 'title'), kind: 'guess' }).replaceAll('\n', ' '),
    link: link ?? (guid !== null && isWebAddress(guid) ? guid : null),
    guid,
    ...publishedOf(dates, now),
    summary,
    content: summary.length > content.length ? summary : content,
  };
}

/** The end of the object that begins at `open`, strings skipped; -1 when the text ends before. */
function endOfObject(text: string, open: number): number {
  const token = /["{}]|\\./gs;
  let depth = 0;
  let quoted = false;
  token.lastIndex = open;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '"') quoted = !quoted;
    else if (!quoted && match[0] === '{') depth += 1;
    else if (!quoted && match[0] === '}') depth -= 1;
    if (depth === 0 && match[0] === '}' && !quoted) return match.index + 1;
  }
  return -1;
}

/** More lists and objects than any feed has; JSON.parse would need a hundred times the document's memory for them. */
const MOST_BRACKETS = 400_000;
const MOST_IN_A_ROW = 256;
const OPENINGS = new Set([0x5b, 0x7b]);

/** True for hundreds of brackets with nothing between them, or hundreds of thousands in all: no feed, but seconds of work. */
function isMonstrous(text: string): boolean {
  let [opened, inARow] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (OPENINGS.has(code)) {
      opened += 1;
      inARow += 1;
      if (inARow >= MOST_IN_A_ROW || opened > MOST_BRACKETS) return true;
    } else if (code > 0x20) inARow = 0;
  }
  return false;
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The whole objects of the `items` array of a document that JSON.parse refuses, and whether the array ends behind them. */
function rescueItems(text: string): { items: JsonObject[]; ended: boolean } {
  const items: JsonObject[] = [];
  const array = /"items"\s*:\s*\[/.exec(text);
  let open = array ? text.indexOf('{', array.index + array[0].length) : -1;
  let behind = 0;
  while (open >= 0 && items.length < MOST_ITEMS) {
    const end = endOfObject(text, open);
    const item = end < 0 ? undefined : parseOr(text.slice(open, end));
    if (!isObject(item)) break;
    items.push(item);
    behind = end;
    open = /^\s*,\s*\{/.test(text.slice(end, end + 200)) ? text.indexOf('{', end) : -1;
  }
  return { items, ended: /^[\s,]*\]/.test(text.slice(behind, behind + 200)) };
}

function rescue(text: string, warnings: string[]): JsonObject {
  const { items, ended } = rescueItems(text);
  if (items.length === 0) throw new FeedError('JSON 无法解析 · the JSON cannot be parsed', 'malformed');
  warnings.push(ended ? DAMAGE.faultyJson : DAMAGE.truncated);
  const title = /"title"\s*:\s*("(?:[^"\\]|\\.){0,500}")/.exec(text.slice(0, text.indexOf('"items"')));
  return { version: 'jsonfeed', title: title ? parseOr(title[1] ?? '') : '', items };
}

function parse(text: string, warnings: string[]): JsonObject {
  if (isMonstrous(text)) {
    throw new FeedError('JSON 嵌套或列表过多，未读 · too many lists and objects in the JSON, not read', 'too_large');
  }
  const whole = parseOr(text);
  if (isObject(whole)) return whole;
  if (whole !== undefined) throw new FeedError('JSON 不是 JSON Feed 的形式 · the JSON is no JSON Feed');
  const end = endOfObject(text, text.indexOf('{'));
  const inner = end < 0 ? undefined : parseOr(text.slice(text.indexOf('{'), end));
  if (!isObject(inner)) return rescue(text, warnings);
  warnings.push(DAMAGE.afterJson);
  return inner;
}

/** Reads JSON Feed 1.0 and 1.1; of a document cut off, the whole items. @throws FeedError when it is no JSON Feed. */
export function readJsonFeed(text: string, options: { baseUrl?: string | undefined; now: Date }): FeedDocument {
  const warnings: string[] = [];
  const feed = parse(text, warnings);
  const listed = feed['items'];
  const claimed = /jsonfeed/i.test(textAt(feed, 'version'));
  if (!Array.isArray(listed) && !claimed)
    throw new FeedError('JSON 里没有 items，不是 JSON Feed · no items: not a JSON Feed');
  const objects = (Array.isArray(listed) ? listed : []).filter(isObject);
  if (objects.length > MOST_ITEMS) warnings.push(DAMAGE.tooMany);
  const base = options.baseUrl ?? readLink(textAt(feed, 'home_page_url'), undefined) ?? undefined;
  const items = objects.slice(0, MOST_ITEMS).map((item) => itemOf(item, base, options.now));
  return {
    format: 'json',
    title: plainText({ value: textAt(feed, 'title'), kind: 'guess' }),
    ttlMinutes: null,
    items,
    warnings,
  };
}
