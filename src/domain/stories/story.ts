import { beijingDay } from '../dates/date-parts.js';
import { addCounts, coreOf, type Counts, mostFrequent, sharedWeight } from './story-counts.js';
import { isWide, type KindRelation, rarityOf, relateKinds } from './story-kinds.js';
import { placeLevel, type PlaceRelation, relatePlaces } from './story-places.js';
import { gramsOf } from './title-grams.js';

/** Most titles' pieces, figures and places that one signature carries; the most frequent stay. */
const MOST_GRAMS = 240;
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
  /** Two- and three-character pieces of the titles, by the number of titles that hold them. */
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
    grams: countOnce(gramsOf(article.title, article.places)),
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
/** Reports of one happening state its minute this closely, or the hour only. */
const SAME_MOMENT_MINUTES = 40;
/** Stated moments further apart than this belong to two happenings. */
const OTHER_MOMENT_MINUTES = 48 * 60;

export type HappeningVerdict = 'same' | 'possibly' | 'different';

export interface HappeningMatch {
  verdict: HappeningVerdict;
  /** Sum of the evidence; comparable between matches. */
  score: number;
}

/** Points of evidence; `same` and `possibly` are the lines to reach. */
export const MATCH_POINTS = {
  same: 3,
  possibly: 2,
  place: { county: 2, city: 2, province: 0.75, unknown: 0, apart: 0 } satisfies Record<PlaceRelation, number>,
  kind: { same: 1.75, near: 1, open: 0, apart: -3 } satisfies Record<KindRelation, number>,
  manyDeaths: 1.5,
  deaths: 0.75,
  injuries: 0.75,
  missing: 0.5,
  moment: 1.5,
  /** No common place and no common word of the titles: kind and figures alone prove little. */
  nothingNamed: -1.5,
  gram: 0.95,
  title: 3,
};

function daysApart(a: StorySignature, b: StorySignature): number {
  if (a.firstDay === null || b.firstDay === null || a.lastDay === null || b.lastDay === null) return 0;
  return Math.max(0, a.firstDay - b.lastDay, b.firstDay - a.lastDay);
}

/** Least distance of the stated moments in minutes; null when one side states none. */
function momentsApart(a: StorySignature, b: StorySignature): number | null {
  if (a.occurred.length === 0 || b.occurred.length === 0) return null;
  return Math.min(...a.occurred.flatMap((one) => b.occurred.map((other) => Math.abs(one - other))));
}

const common = (a: readonly number[], b: readonly number[], least: number): boolean =>
  a.some((value) => value >= least && b.includes(value));

/** Both state it, and nowhere alike. */
const contradict = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 && b.length > 0 && !common(a, b, 0);

function figurePoints(a: StorySignature, b: StorySignature): number {
  let points = 0;
  if (common(a.deaths, b.deaths, MANY) && !contradict(a.missing, b.missing)) points += MATCH_POINTS.manyDeaths;
  else if (common(a.deaths, b.deaths, 2)) points += MATCH_POINTS.deaths;
  if (common(a.injuries, b.injuries, 2)) points += MATCH_POINTS.injuries;
  if (common(a.missing, b.missing, 2)) points += MATCH_POINTS.missing;
  return points;
}

/** Deaths that are seldom stated twice in one week for two happenings. */
const MANY = 10;

const DIFFERENT: HappeningMatch = { verdict: 'different', score: 0 };

/**
 * Do two items, or a story and an item, tell of one happening? Different places never join, save reports of one quake felt
 * in many places: those are known by the minute they state.
 */
export function sameHappening(a: StorySignature, b: StorySignature): HappeningMatch {
  const kindOfA = mostFrequent(a.kinds);
  const kinds = relateKinds(coreOf(a.kinds, a.articles), coreOf(b.kinds, b.articles));
  const moments = momentsApart(a, b);
  const sameMoment = moments !== null && moments <= SAME_MOMENT_MINUTES;
  if (daysApart(a, b) > WINDOW_DAYS || (moments !== null && moments > OTHER_MOMENT_MINUTES)) return DIFFERENT;
  const places = relatePlaces(coreOf(a.places, a.articles), coreOf(b.places, b.articles), isWide(kindOfA));
  const oneQuake = sameMoment && kinds === 'same' && kindOfA === '地震';
  if (places === 'apart' && !oneQuake) return DIFFERENT;
  const shared = sharedWeight(a.grams, a.articles, b.grams, b.articles);
  const score =
    MATCH_POINTS.place[places] +
    MATCH_POINTS.kind[kinds] +
    (kinds === 'same' ? rarityOf(kindOfA) : 0) +
    (sameMoment ? MATCH_POINTS.moment : 0) +
    figurePoints(a, b) +
    (places === 'unknown' && shared === 0 ? MATCH_POINTS.nothingNamed : 0) +
    Math.min(shared * MATCH_POINTS.gram, MATCH_POINTS.title);
  const verdict = score >= MATCH_POINTS.same ? 'same' : score >= MATCH_POINTS.possibly ? 'possibly' : 'different';
  return { verdict, score };
}

/** More keys cost index space and find little. */
const MOST_KEYS = 160;

/** Hours that a moment falls in, and half-shifted ones, so that moments half an hour apart share one. */
function hoursOf(moment: number): string[] {
  return [`${Math.floor(moment / 60)}`, `${Math.floor((moment + 30) / 60)}h`];
}

/**
 * Short look-up keys: items on one happening share at least one with high probability. `p` a city or county, `k` kind in a
 * province, `d` kind and deaths, `m` kind and hour, `g` two or three characters of the title.
 */
export function keysOf(signature: StorySignature): string[] {
  const places = Object.keys(signature.places);
  const kinds = Object.keys(signature.kinds);
  const narrow = places.filter((name) => placeLevel(name) !== 'province');
  const wide = places.filter((name) => placeLevel(name) === 'province');
  const ofKind = [
    ...wide.map((name) => `k:${name}`),
    ...signature.deaths.filter((deaths) => deaths > 1).map((deaths) => `d:${deaths}`),
    ...signature.occurred.flatMap(hoursOf).map((hour) => `m:${hour}`),
  ];
  return [
    ...narrow.map((name) => `p:${name}`),
    ...kinds.flatMap((kind) => ofKind.map((key) => `${key}:${kind}`)),
    ...Object.keys(signature.grams).map((gram) => `g:${gram}`),
  ].slice(0, MOST_KEYS);
}
