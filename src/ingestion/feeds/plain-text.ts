import type { FieldText } from './feed-document.js';
import { KNOWN_TAG } from './html-elements.js';
import { withOneBlank } from './blanks.js';
import { BREAK, textOfHtml } from './html-text.js';

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});/i;
const MARKUP_LEFT =
  /<\/?(?:p|br|div|span|a|img|strong|b|em|ul|ol|li|table|tr|td|h[1-6]|font|script|style|iframe)(?=[\s/>])[^<]{0,2000}>/i;
/** Elements that act when a browser meets them. */
const RUNNABLE =
  /<(?=\/?(?:script|img|iframe|object|embed|svg|math|style|link|meta|base|form|input|button|video|audio|body|html)(?:[\s/>]|$))/gi;

/** Spaces of every kind (U+00A0, U+3000) become one, lines are trimmed, empty lines go. */
export const tidy = (text: string): string => withOneBlank(text, '\n');

const withoutCdataMarks = (text: string): string =>
  text.includes('<![CDATA[') || text.includes(']]>') ? text.replaceAll('<![CDATA[', '').replaceAll(']]>', '') : text;

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
  if (!once.includes('<')) return withOneBlank(once, BREAK);
  const escapedTwice = kind !== 'xhtml' && MARKUP_LEFT.test(once);
  // What still spells a tag that acts is meant for the eye, or means harm: it stays legible and is no tag any more.
  return withOneBlank(escapedTwice ? textOfHtml(once) : once, BREAK).replace(RUNNABLE, '‹');
}
