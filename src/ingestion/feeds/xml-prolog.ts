import { DAMAGE } from './damage.js';
import { FeedError } from './feed-document.js';

const ROOT = /<(?:[a-z][\w.-]{0,30}:)?(?:rss|rdf|feed|channel)(?=[\s>/])/i;
const ITEM = /<(?:item|entry)(?=[\s>])/i;
const ESCAPED_ROOT = /&lt;(?:\?xml|rss|rdf:rdf|feed|channel)(?=[\s&?])/i;
/** The control characters XML 1.0 forbids. */
const CONTROL = new RegExp('[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f]', 'g');

export interface PreparedXml {
  /** From the first `<` that belongs to the document. */
  xml: string;
  warnings: string[];
}

/** End of the `<!DOCTYPE ...>` that begins at `at`, its internal subset included. */
function endOfDoctype(xml: string, at: number): number {
  const close = xml.indexOf('>', at);
  const subset = xml.indexOf('[', at);
  if (subset < 0 || subset > close) return close + 1;
  return xml.indexOf('>', Math.max(xml.indexOf(']', subset), subset)) + 1;
}

/** Index behind `part`, or `at` itself where there is none. */
function behind(xml: string, part: string, from: number, at: number): number {
  const index = xml.indexOf(part, from);
  return index < 0 ? at : index + part.length;
}

function endOfPart(xml: string, at: number): number {
  if (xml.startsWith('<?', at)) return behind(xml, '>', at, at);
  if (xml.startsWith('<!--', at)) return behind(xml, '-->', at + 4, at);
  return /^<!doctype/i.test(xml.slice(at, at + 9)) ? endOfDoctype(xml, at) : at;
}

/** The index of the first thing that is neither white space, declaration, comment nor DOCTYPE. */
function endOfProlog(xml: string): number {
  let at = 0;
  const visible = /\S/g;
  for (;;) {
    visible.lastIndex = at;
    at = visible.exec(xml)?.index ?? xml.length;
    const end = endOfPart(xml, at);
    if (end <= at) return at;
    at = end;
  }
}

/** A closed list of what people point a reader at by mistake, so that the message can say what to do. */
function notAFeed(text: string): FeedError {
  if (text.trim() === '') return new FeedError('文档是空的 · the document is empty', 'malformed');
  if (/^(?:<[?!]|$)/.test(text.slice(endOfProlog(text)))) {
    return new FeedError('文档只有开头，没有内容 · only the beginning of a document', 'malformed');
  }
  if (/<opml[\s>]/i.test(text))
    return new FeedError('这是 OPML 订阅列表，不是订阅源：请导入它 · an OPML list, not a feed: import it instead');
  if (!/<(?:html|!doctype html|body)[\s>]/i.test(text)) {
    return new FeedError('不是 RSS、Atom、RDF 或 JSON Feed · neither RSS, Atom, RDF nor JSON Feed');
  }
  const tag = /<link\b[^>]{0,500}application\/(?:rss|atom)\+xml[^>]{0,500}>/i.exec(text.slice(0, 20_000))?.[0] ?? '';
  const named = /href\s*=\s*["']([^"']{1,500})/i.exec(tag)?.[1];
  const advice = named ? `；它指向的订阅源 · the feed it names: ${named}` : '';
  return new FeedError(`这是网页，不是订阅源 · a web page, not a feed${advice}`);
}

function unescapeOnce(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Finds the beginning of the feed and removes what no XML reader bears. @throws FeedError when there is none. */
export function prepareXml(text: string): PreparedXml {
  const found = new Set<string>();
  const warn = (damage: string): void => void found.add(damage);
  const clean = text.replace(CONTROL, '');
  if (clean.length !== text.length) warn(DAMAGE.controlCharacters);
  const xml = fromBeginning(clean, warn);
  return { xml, warnings: [...found] };
}

function fromBeginning(text: string, warn: (damage: string) => void): string {
  if (/^\s+<\?xml/i.test(text.slice(0, 2000))) warn(DAMAGE.beforeProlog);
  const start = endOfProlog(text);
  const root = text.slice(start).search(ROOT);
  if (root === 0) return text;
  if (root > 0) {
    const junk = text.slice(start, start + root);
    warn(/<(?:html|body|div|pre)[\s>]/i.test(junk) ? DAMAGE.wrapped : DAMAGE.beforeProlog);
    const prolog = junk.search(/<\?xml|<!doctype (?:rss|rdf)/i);
    return text.slice(start + (prolog < 0 ? root : prolog));
  }
  if (ESCAPED_ROOT.test(text)) return fromEscaped(text, warn);
  if (!ITEM.test(text)) throw notAFeed(text);
  warn(DAMAGE.noRoot);
  return text;
}

function fromEscaped(text: string, warn: (damage: string) => void): string {
  warn(DAMAGE.escaped);
  const opened = unescapeOnce(text.slice(text.search(ESCAPED_ROOT)));
  const root = opened.search(ROOT);
  if (root < 0) throw notAFeed(text);
  return opened.slice(root);
}
