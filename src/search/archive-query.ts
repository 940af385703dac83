import type { ArchiveQuery } from '../contract/archive.js';
import type { SearchWords } from './search-words.js';
import { termsOfWord } from './terms.js';

/** How many of the newest articles are looked through before the index of words is asked. */
const NEWEST = 400;
/** Terms of a long query beyond these narrow nothing more. */
const MOST_TERMS = 32;

/** Where candidates come from: the newest articles, the index of words, or the articles of certain stories. */
type Ground = 'time' | 'newest' | 'words' | 'stories';

export type Wish = Omit<ArchiveQuery, 'q'> & { words: SearchWords };

export interface Statement {
  text: string;
  values: unknown[];
}

/** Collects values; each is named in the text by its number. */
class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** Columns of a line; `a` the article, `o` its source, `b` its evidence, `s` its story, `n` the incident of that. */
export const LINE_COLUMNS = `a.id, a.title, a.text, a.source_id as "sourceId", o.name as "sourceName",
  a.reported_source as "reportedSource", a.link, a.published_at as "publishedAt", a.published_note as "publishedNote",
  a.fetched_at as "fetchedAt", coalesce(n.level, s.level) as level, s.id as "storyId", n.id as "incidentId",
  n.number as "incidentNumber", b.blob is not null as "hasEvidence"`;

/** What a line is joined from. An article of a hidden channel has no line. */
export const LINE_JOINS = `join source o on o.id = a.source_id and o.channel = 'live'
  left join response_body b on b.id = a.body_id
  left join story s on s.id = a.story_id and s.channel = 'live'
  left join incident n on n.id = s.incident_id and n.channel = 'live'`;

/**
 * Statements to try in this order until one fills a page; the last is always complete. Of the many articles with a frequent
 * word some are among the newest; a rare word is found at once in the index. Neither way alone is fast for both.
 */
export function statements(wish: Wish): Statement[] {
  const ground = groundOf(wish);
  const narrowed = ground === 'words' || (ground === 'stories' && !wish.story && !wish.incident);
  return (narrowed ? (['newest', ground] as const) : [ground]).map((one) => statement(wish, one));
}

/** How many rows fill the page of a wish: one more than it shows tells that there is a next page. */
export const fullPage = ({ limit }: Wish): number => limit + 1;

function groundOf({ story, incident, level, words }: Wish): Ground {
  if (story || incident) return 'stories';
  if (words.all.some((word) => termsOfWord(word).length > 0)) return 'words';
  return level ? 'stories' : 'time';
}

/** Candidates in the order of time; words are looked for in their texts, and the level checked, only until the page is full. */
function statement(wish: Wish, ground: Ground): Statement {
  const values = new Values();
  const candidates = candidatesOf(wish, ground, values);
  const lazily = ground === 'time' ? 'not materialized' : 'materialized';
  const text = `with candidate as ${lazily} (${candidates})
    select ${LINE_COLUMNS}, c.at
    from (select article_id, at from candidate order by at desc, article_id desc offset 0) c
      join article_index i on i.article_id = c.article_id
      join article a on a.id = c.article_id
      ${LINE_JOINS}
    where ${['true', ...checks(wish, values)].join(' and ')}
    order by c.at desc, c.article_id desc limit ${values.add(fullPage(wish))}`;
  return { text, values: values.list };
}

function candidatesOf(wish: Wish, ground: Ground, values: Values): string {
  switch (ground) {
    case 'time':
      return byTime(wish, values);
    case 'newest':
      return `${byTime(wish, values)} limit ${NEWEST}`;
    case 'stories':
      return byStory(wish, values);
    case 'words':
      return wish.level ? `${byWord(wish, values)} intersect ${byStory(wish, values)}` : byWord(wish, values);
  }
}

function byTime(wish: Wish, values: Values): string {
  return `select i.article_id, i.at from article_index i where ${boundsOf(wish, values)}
    order by i.at desc, i.article_id desc`;
}

function byWord(wish: Wish, values: Values): string {
  return `select i.article_id, i.at from article_index i
    where i.terms @> ${values.add(termsOf(wish.words))}::int4[] and ${boundsOf(wish, values)}`;
}

function byStory(wish: Wish, values: Values): string {
  const { story, incident, level } = wish;
  const conditions = ["s.channel = 'live'"];
  if (story) conditions.push(`s.id = ${values.add(story)}::uuid`);
  if (incident) conditions.push(`s.incident_id = ${values.add(incident)}::uuid`);
  if (level) conditions.push(`coalesce(n.level, s.level) = ${values.add(level)}`);
  return `select i.article_id, i.at from story s left join incident n on n.id = s.incident_id and n.channel = 'live'
    join article a on a.story_id = s.id join article_index i on i.article_id = a.id
    where ${conditions.join(' and ')} and ${boundsOf(wish, values)}`;
}

function boundsOf({ from, to, source, cursor }: Wish, values: Values): string {
  const bounds = ['true'];
  if (from) bounds.push(`i.at >= ${values.add(new Date(from))}::timestamptz`);
  if (to) bounds.push(`i.at < ${values.add(new Date(to))}::timestamptz`);
  if (source) bounds.push(`i.source_id = ${values.add(source)}`);
  const [at, id] = cursor?.split('_') ?? [];
  if (at && id) bounds.push(`(i.at, i.article_id) < (${values.add(at)}::timestamptz, ${values.add(id)}::uuid)`);
  return bounds.join(' and ');
}

function checks({ words, level }: Wish, values: Values): string[] {
  return [
    ...words.all.map((word) => `strpos(i.folded, ${values.add(word)}) > 0`),
    ...words.none.map((word) => `strpos(i.folded, ${values.add(word)}) = 0`),
    ...(level ? [`coalesce(n.level, s.level) = ${values.add(level)}`] : []),
  ];
}

/** The terms of all words, evenly chosen where they are too many. */
function termsOf({ all }: SearchWords): number[] {
  const terms = [...new Set(all.flatMap(termsOfWord))];
  const step = Math.max(1, terms.length / MOST_TERMS);
  return Array.from({ length: Math.min(terms.length, MOST_TERMS) }, (_, n) => terms[Math.floor(n * step)] ?? 0);
}
