import { beijingDay } from './date-parts.js';
import { addCounts, coreOf, type Counts, mostFrequent, sharedWeight } from './story-counts.js';
import { type KindRelation, relateKinds } from './story-kinds.js';
import { placeLevel, type PlaceRelation, relatePlaces } from './story-places.js';
import { gramsOf } from './title-grams.js';

/** Most titles' pieces, figures and places that one signature carries; the most frequent stay. */
const MOST_GRAMS = 160;
const MOST_FIGURES = 8;
const MOST_PLACES = 24;
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
  /** Only when the text states it to the minute or hour. */
  occurredAt?: Date | null;
}

/** What is compared to tell whether two items speak of one happening; plain JSON, one article's or a whole story's. */
export interface StorySignature {
  articles: number;
  places: Counts;
  kinds: Counts;
  /** Two-character pieces of the titles, by the number of titles that hold them. */
  grams: Counts;
  deaths: number[];
  missing: number[];
  injuries: number[];
  /** First and last Beijing day of publication, days since 1970; null: unknown. */
  firstDay: number | null;
  lastDay: number | null;
  /** Stated instants of the happening, minutes since 1970. */
  occurred: number[];
}

const countOnce = (names: Iterable<string>): Counts => Object.fromEntries([...names].map((name) => [name, 1]));
const listOf = (value: number | null | undefined): number[] => (value === null || value === undefined ? [] : [value]);

function dayOf(at: Date | null): number | null {
  if (!at) return null;
  const { year, month, day } = beijingDay(at);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function signature(article: StoryArticle): StorySignature {
  const day = dayOf(article.publishedAt);
  return {
    articles: 1,
    places: countOnce(article.places),
    kinds: article.eventKind ? { [article.eventKind]: 1 } : {},
    grams: countOnce(gramsOf(article.title, 2)),
    deaths: listOf(article.deaths),
    missing: listOf(article.missing),
    injuries: listOf(article.injuries),
    firstDay: day,
    lastDay: day,
    occurred: article.occurredAt ? [Math.round(article.occurredAt.getTime() / 60_000)] : [],
  };
}

const latest = (a: readonly number[], b: readonly number[]): number[] =>
  [...new Set([...a, ...b])].slice(-MOST_FIGURES);
const pick = (choose: (...values: number[]) => number, a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : choose(a, b);

/** The signature of both together. */
export function mergeSignatures(a: StorySignature, b: StorySignature): StorySignature {
  return {
    articles: a.articles + b.articles,
    places: addCounts(a.places, b.places, MOST_PLACES),
    kinds: addCounts(a.kinds, b.kinds, MOST_PLACES),
    grams: addCounts(a.grams, b.grams, MOST_GRAMS),
    deaths: latest(a.deaths, b.deaths),
    missing: latest(a.missing, b.missing),
    injuries: latest(a.injuries, b.injuries),
    firstDay: pick(Math.min, a.firstDay, b.firstDay),
    lastDay: pick(Math.max, a.lastDay, b.lastDay),
    occurred: latest(a.occurred, b.occurred),
  };
}

/** Items published further apart than this are not joined by rule alone. */
export const WINDOW_DAYS = 6;

export type HappeningVerdict = 'same' | 'possibly' | 'different';

export interface HappeningMatch {
  verdict: HappeningVerdict;
  /** Sum of the evidence; comparable between matches. */
  score: number;
}

const SAME_FROM = 3;
const POSSIBLY_FROM = 2;

const PLACE_POINTS: Record<PlaceRelation, number> = { county: 2, city: 1.5, province: 0.75, unknown: 0, apart: 0 };
const KIND_POINTS: Record<KindRelation, number> = { same: 1.25, near: 0.5, open: 0, apart: -3 };

function daysApart(a: StorySignature, b: StorySignature): number {
  if (a.firstDay === null || b.firstDay === null || a.lastDay === null || b.lastDay === null) return 0;
  return Math.max(0, a.firstDay - b.lastDay, b.firstDay - a.lastDay);
}

function figurePoints(a: StorySignature, b: StorySignature): number {
  const common = (x: readonly number[], y: readonly number[], least: number): boolean =>
    x.some((value) => value >= least && y.includes(value));
  let points = 0;
  if (common(a.deaths, b.deaths, 10)) points += 1.5;
  else if (common(a.deaths, b.deaths, 2)) points += 0.75;
  if (common(a.injuries, b.injuries, 2)) points += 0.75;
  if (common(a.missing, b.missing, 2)) points += 0.5;
  return points;
}

/** Do two items, or a story and an item, tell of one happening? Different places or kinds never join. */
export function sameHappening(a: StorySignature, b: StorySignature): HappeningMatch {
  const places = relatePlaces(coreOf(a.places, a.articles), coreOf(b.places, b.articles));
  const kinds = relateKinds(mostFrequent(a.kinds), mostFrequent(b.kinds));
  if (places === 'apart' || daysApart(a, b) > WINDOW_DAYS) return { verdict: 'different', score: 0 };
  const title = Math.min(sharedWeight(a.grams, a.articles, b.grams, b.articles) * 0.5, 3);
  const score = PLACE_POINTS[places] + KIND_POINTS[kinds] + figurePoints(a, b) + title;
  return { verdict: score >= SAME_FROM ? 'same' : score >= POSSIBLY_FROM ? 'possibly' : 'different', score };
}

/** More keys cost index space and find little. */
const MOST_KEYS = 120;

/**
 * Short look-up keys: items on one happening share at least one with high probability. `p` a city or county, `k` kind in a
 * province, `d` kind and deaths, `g` two characters of the title.
 */
export function keysOf(signature: StorySignature): string[] {
  const places = Object.keys(signature.places);
  const kinds = Object.keys(signature.kinds);
  const narrow = places.filter((name) => placeLevel(name) !== 'province');
  const wide = places.filter((name) => placeLevel(name) === 'province');
  const keys = [
    ...narrow.map((name) => `p:${name}`),
    ...kinds.flatMap((kind) => wide.map((name) => `k:${kind}:${name}`)),
    ...kinds.flatMap((kind) => signature.deaths.filter((deaths) => deaths > 1).map((deaths) => `d:${kind}:${deaths}`)),
    ...Object.keys(signature.grams).map((gram) => `g:${gram}`),
  ];
  return keys.slice(0, MOST_KEYS);
}
