import { Parser } from 'htmlparser2';
import type { FieldText } from './feed-document.js';
import { References } from './references.js';

/** Elements whose inside is not for reading. */
const SILENT = new Set([
  ...['script', 'style', 'head', 'template', 'iframe', 'embed', 'svg', 'math', 'noembed', 'noframes'],
  ...['select', 'button', 'textarea', 'video', 'audio', 'canvas'],
]);
/** Elements that begin and end a line. */
const BLOCKS = new Set([
  ...[
    'p',
    'div',
    'br',
    'hr',
    'li',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'tr',
    'table',
    'tbody',
    'thead',
    'section',
    'article',
  ],
  ...[
    'blockquote',
    'pre',
    'figure',
    'figcaption',
    'header',
    'footer',
    'main',
    'aside',
    'nav',
    'address',
    'center',
    'form',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'fieldset', 'caption'],
]);
const CELLS = new Set(['td', 'th']);
const INLINE =
  'a|b|i|u|s|em|strong|span|font|img|small|big|sub|sup|code|tt|cite|q|abbr|acronym|del|ins|strike|mark|label|input|link|meta|body|html|title|base|param|bgsound|marquee|applet|object|layer|blink|nobr|wbr|ruby|rt|rp|map|area|time|kbd|samp|var|dfn|col|colgroup|tfoot|source|track|picture|!--|!doctype';
const KNOWN_TAG = new RegExp(
  String.raw`<\/?(?:${[...SILENT, ...BLOCKS, ...CELLS].join('|')}|${INLINE})(?=[\s/>-])[^<]{0,2000}>`,
  'i',
);
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});/i;
const MARKUP_LEFT =
  /<\/?(?:p|br|div|span|a|img|strong|b|em|ul|ol|li|table|tr|td|h[1-6]|font|script|style|iframe)(?=[\s/>])[^<]{0,2000}>/i;
/** Elements that act when a browser meets them. */
const RUNNABLE =
  /<(?=\/?(?:script|img|iframe|object|embed|svg|math|style|link|meta|base|form|input|button|video|audio|body|html)(?:[\s/>]|$))/gi;
const DEEPEST = 256;
/** Characters that only disturb matching, and those that turn the direction of a line on the screen. Joiners of emoji stay. */
const INVISIBLE = new RegExp(
  '[\\u200b\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]',
  'g',
);

class TooDeep extends Error {}

/** Collects the readable text while the parser walks over the markup. */
class TextCollector {
  private readonly pieces: string[] = [];
  private readonly references = new References(() => undefined);
  private depth = 0;
  private silentAt = 0;

  onopentagname(name: string): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new TooDeep();
    if (this.silentAt === 0 && SILENT.has(name)) this.silentAt = this.depth;
    this.space(name);
  }

  onclosetag(name: string): void {
    if (this.silentAt === this.depth) this.silentAt = 0;
    this.depth -= 1;
    this.space(name);
  }

  ontext(text: string): void {
    if (this.silentAt === 0) this.pieces.push(this.references.decode(text).replace(/[\n\r\t]+/g, ' '));
  }

  private space(name: string): void {
    if (BLOCKS.has(name)) this.pieces.push('\n');
    else if (CELLS.has(name)) this.pieces.push(' ');
  }

  text(): string {
    return this.pieces.join('');
  }
}

/** The rest of a document nested too deep to be meant: every tag dropped in one pass. */
function withoutTags(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    pieces.push(html.slice(at, open), ' ');
    const close = html.indexOf('>', open);
    at = close < 0 ? html.length : close + 1;
  }
  return pieces.join('') + html.slice(at);
}

/** A comment that never ends would swallow the rest: it ends at the next `>` instead. */
function closeComment(html: string): string {
  const open = html.lastIndexOf('<!--');
  if (open < 0 || html.includes('-->', open)) return html;
  return `${html.slice(0, open)}<!${html.slice(open + 4)}`;
}

/** The text of an HTML fragment: blocks on lines of their own, scripts and styles left out, references read. */
function textOfHtml(html: string): string {
  const collector = new TextCollector();
  const parser = new Parser(collector, { decodeEntities: false });
  try {
    parser.end(closeComment(html));
    return collector.text();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return `${collector.text()}\n${withoutTags(html.slice(parser.endIndex + 1))}`;
  }
}

/** Spaces of every kind (U+00A0, U+3000) become one, lines are trimmed, empty lines go. */
export function tidy(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

const withoutCdataMarks = (text: string): string => text.replaceAll('<![CDATA[', '').replaceAll(']]>', '');

const looksLikeHtml = (text: string): boolean =>
  (text.includes('<') && KNOWN_TAG.test(text)) || (text.includes('&') && REFERENCE.test(text));

/**
 * A field as readable plain text, never markup: what was HTML is read as HTML; a feed that escaped its HTML twice is read twice.
 * Linear in the length of the input.
 */
export function plainText({ value, kind }: FieldText): string {
  const text = withoutCdataMarks(value);
  if (kind === 'text' || (kind === 'guess' && !looksLikeHtml(text))) return tidy(text);
  const once = textOfHtml(text);
  const escapedTwice = kind !== 'xhtml' && MARKUP_LEFT.test(once);
  // What still spells a tag that acts is meant for the eye, or means harm: it stays legible and is no tag any more.
  return tidy(escapedTwice ? textOfHtml(once) : once).replace(RUNNABLE, '‹');
}
