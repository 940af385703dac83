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

/** Texts of one field that are looked at; a hostile item has thousands. */
const MOST_TEXTS = 16;

function textsOf(item: RawItem, names: readonly string[]): FieldText[] {
  const texts: FieldText[] = [];
  for (const name of names) {
    const fields = item.fields.get(name);
    if (fields) texts.push(...fields.slice(0, MOST_TEXTS));
  }
  return texts;
}

function firstText(fields: FieldText[]): string {
  for (const field of fields) {
    const text = plainText(field);
    if (text !== '') return text;
  }
  return '';
}

/** The last of each name, in the order of trust. */
function datesOf(item: RawItem): string[] {
  const dates: string[] = [];
  for (const name of DATES) {
    const fields = item.fields.get(name);
    const last = fields?.[fields.length - 1];
    if (last) dates.push(last.value);
  }
  return dates;
}

/** Atom gives a relation as a word or as the URI of its registration. */
const relationOf = (link: RawLink): string => link.rel.replace(/^.*\//, '').toLowerCase() || 'alternate';

function alternateOf(links: RawLink[]): RawLink | undefined {
  const alternates = links.filter((link) => relationOf(link) === 'alternate');
  return alternates.find(({ type }) => type === '' || /html/i.test(type)) ?? alternates[0];
}

function writtenLink(item: RawItem): string | null {
  for (const { value } of textsOf(item, ['link'])) {
    const link = readLink(value, item.base);
    if (link !== null) return link;
  }
  return null;
}

function linkOf(item: RawItem): string | null {
  const written = writtenLink(item);
  if (written !== null) return written;
  const alternate = alternateOf(item.links);
  const link = alternate ? readLink(alternate.href, alternate.base) : null;
  if (link !== null) return link;
  return item.guid !== null && item.guidIsLink && isWebAddress(item.guid) ? item.guid : null;
}

/** The longest of the texts an item carries, one that repeats the summary left out. */
function contentOf(item: RawItem, summaries: FieldText[], summary: string): string {
  let content = summary;
  for (const field of textsOf(item, CONTENTS)) {
    if (summaries.some(({ value }) => value === field.value)) continue;
    const text = plainText(field);
    if (text.length > content.length) content = text;
  }
  return content;
}

const NOTHING: FeedItem = {
  ...{ title: '', link: null, guid: null, publishedAt: null, publishedNote: 'absent', summary: '', content: '' },
};

/** The item as every format gives it, from the fields as this document has them. */
export function itemOf(raw: RawItem, now: Date): FeedItem {
  if (raw.fields.size === 0 && raw.links.length === 0 && raw.guid === null) return NOTHING;
  const summaries = textsOf(raw, SUMMARIES);
  const summary = firstText(summaries);
  const content = contentOf(raw, summaries, summary);
  return {
    title: firstText(textsOf(raw, TITLES)).replaceAll('\n', ' '),
    link: linkOf(raw),
    guid: raw.guid,
    ...publishedOf(datesOf(raw), now),
    summary: summary === '' ? content : summary,
    content,
  };
}
