import { beijingDay } from '../dates/date-parts.js';
import { addCounts, countOnce, type Counts } from './story-counts.js';
import { namesIn, speaksOfHappening } from './title-names.js';
import { gramsOf } from './title-grams.js';

/** Most titles' pieces, figures and places that one signature carries; the most frequent stay. */
const MOST_GRAMS = 240;
const MOST_FIGURES = 8;
const MOST_PLACES = 24;
const MOST_NAMES = 32;
const DAY_MS = 86_400_000;

/** What one article tells that can join it to others. Counts of persons null: not said. */
export interface StoryArticle {
  title: string;
  publishedAt: Date | null;
  places: readonly string[];
  eventKind: string | null;
  deaths?: number | null;
  missing?: number | null;
  injuries?: number | null;
  magnitude?: number | null;
  /** Only when the text states it to the minute or hour. */
  occurredAt?: Date | null;
}

/** What is compared to tell whether two items speak of one happening; plain JSON, one article's or a whole story's. */
export interface StorySignature {
  articles: number;
  places: Counts;
  kinds: Counts;
  /** Two- and three-character pieces of the titles, by the number of titles that hold them. */
  grams: Counts;
  deaths: number[];
  missing: number[];
  injuries: number[];
  /** Of quakes. Absent where an older release made the signature; so is `felt`. */
  magnitudes?: number[];
  /** How many articles tell how a quake was felt somewhere, without a magnitude of their own. */
  felt?: number;
  /** How many articles tell of no happening; absent for none, and where an older release made the signature. So are the next two. */
  opinions?: number;
  /** How many titles speak of something that happened. */
  eventful?: number;
  /** Houses and persons that titles name, by the number of titles. */
  names?: Counts;
  /** First and last Beijing day of publication, days since 1970; null: unknown. */
  firstDay: number | null;
  lastDay: number | null;
  /** Stated instants of the happening, minutes since 1970. */
  occurred: number[];
}

const listOf = (value: number | null | undefined): number[] => (value === null || value === undefined ? [] : [value]);
/** How people felt a quake that may have been far away. */
const FELT = /震感|有感|震动|摇晃|晃动|感到地震/u;

function dayOf(at: Date | null): number | null {
  if (!at) return null;
  const { year, month, day } = beijingDay(at);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function signature(article: StoryArticle): StorySignature {
  const day = dayOf(article.publishedAt);
  const magnitudes = listOf(article.magnitude);
  const felt = article.eventKind === '地震' && magnitudes.length === 0 && FELT.test(article.title);
  return {
    articles: 1,
    places: countOnce(article.places),
    kinds: article.eventKind ? { [article.eventKind]: 1 } : {},
    grams: countOnce(gramsOf(article.title, article.places)),
    deaths: listOf(article.deaths),
    missing: listOf(article.missing),
    injuries: listOf(article.injuries),
    magnitudes,
    felt: felt ? 1 : 0,
    eventful: speaksOfHappening(article.title) ? 1 : 0,
    names: countOnce(namesIn(article.title)),
    firstDay: day,
    lastDay: day,
    occurred: article.occurredAt ? [Math.round(article.occurredAt.getTime() / 60_000)] : [],
  };
}

const distinct = (a: readonly number[] = [], b: readonly number[] = []): number[] =>
  [...new Set([...a, ...b])].sort((one, other) => one - other);
/** The largest: tolls rise. */
const largest = (a: readonly number[] | undefined, b: readonly number[] | undefined): number[] =>
  distinct(a, b).slice(-MOST_FIGURES);
const earliest = (a: readonly number[], b: readonly number[]): number[] => distinct(a, b).slice(0, MOST_FIGURES);
const pick = (choose: (...values: number[]) => number, a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : choose(a, b);

/** The signature of both together, whichever came first. */
export function mergeSignatures(a: StorySignature, b: StorySignature): StorySignature {
  return {
    articles: a.articles + b.articles,
    places: addCounts(a.places, b.places, MOST_PLACES),
    kinds: addCounts(a.kinds, b.kinds, MOST_PLACES),
    grams: addCounts(a.grams, b.grams, MOST_GRAMS),
    deaths: largest(a.deaths, b.deaths),
    missing: largest(a.missing, b.missing),
    injuries: largest(a.injuries, b.injuries),
    magnitudes: largest(a.magnitudes, b.magnitudes),
    felt: (a.felt ?? 0) + (b.felt ?? 0),
    opinions: (a.opinions ?? 0) + (b.opinions ?? 0),
    eventful: (a.eventful ?? 0) + (b.eventful ?? 0),
    names: addCounts(a.names ?? {}, b.names ?? {}, MOST_NAMES),
    firstDay: pick(Math.min, a.firstDay, b.firstDay),
    lastDay: pick(Math.max, a.lastDay, b.lastDay),
    occurred: earliest(a.occurred, b.occurred),
  };
}
