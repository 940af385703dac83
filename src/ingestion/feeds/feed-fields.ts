import { publishedOf } from './feed-dates.js';
import type { FeedItem, FieldText, RawItem, RawLink } from './feed-document.js';
import { isWebAddress, readLink } from './links.js';
import { plainText } from './plain-text.js';

/** Element names by what they tell, most trusted first. */
const TITLES = ['title', 'dc:title', 'dcterms:title', 'media:title', 'itunes:title'];
const DATES = [
  ...['pubdate', 'published', 'issued', 'dcterms:issued', 'dc:date', 'date', 'dcterms:created', 'created'],
  ...['updated', 'modified', 'dcterms:modified', 'lastbuilddate'],
];
const SUMMARIES = [
  'description',
  'summary',
  'abstract',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
];
const CONTENTS = ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem', 'encoded'];

/** Fields an item is read for; everything else in it is passed over. */
export const ITEM_FIELDS: ReadonlySet<string> = new Set([
  ...TITLES,
  ...DATES,
  ...SUMMARIES,
  ...CONTENTS,
  'link',
  'guid',
  'id',
]);

const textsOf = (item: RawItem, names: string[]): FieldText[] => names.flatMap((name) => item.fields.get(name) ?? []);

function firstText(fields: FieldText[]): string {
  for (const field of fields) {
    const text = plainText(field);
    if (text !== '') return text;
  }
  return '';
}

/** Atom gives a relation as a word or as the URI of its registration. */
const relationOf = (link: RawLink): string => link.rel.replace(/^.*\//, '').toLowerCase() || 'alternate';

function alternateOf(links: RawLink[]): RawLink | undefined {
  const alternates = links.filter((link) => relationOf(link) === 'alternate');
  return alternates.find(({ type }) => type === '' || /html/i.test(type)) ?? alternates[0];
}

function linkOf(item: RawItem): string | null {
  const written = (item.fields.get('link') ?? [])
    .map((field) => readLink(field.value, item.base))
    .find((link) => link !== null);
  if (written) return written;
  const alternate = alternateOf(item.links);
  const link = alternate ? readLink(alternate.href, alternate.base) : null;
  if (link !== null) return link;
  return item.guid !== null && item.guidIsLink && isWebAddress(item.guid) ? item.guid : null;
}

const longest = (texts: string[]): string =>
  texts.reduce((best, text) => (text.length > best.length ? text : best), '');

/** The item as every format gives it, from the fields as this document has them. */
export function itemOf(raw: RawItem, now: Date): FeedItem {
  const summaries = textsOf(raw, SUMMARIES);
  const summary = firstText(summaries);
  const repeated = new Set(summaries.map(({ value }) => value));
  const contents = textsOf(raw, CONTENTS).filter(({ value }) => !repeated.has(value));
  const content = longest([...contents.map(plainText), summary]);
  const dates = DATES.flatMap((name) => raw.fields.get(name)?.at(-1)?.value ?? []);
  return {
    title: firstText(textsOf(raw, TITLES)).replaceAll('\n', ' '),
    link: linkOf(raw),
    guid: raw.guid,
    ...publishedOf(dates, now),
    summary: summary === '' ? content : summary,
    content,
  };
}
