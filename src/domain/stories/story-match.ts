import { weightOfGram } from './gram-weight.js';
import { areBothTalk, areTwoMatters, mayBecomeOne, mayTake, speaksOfIt, tellOtherMatters } from './opinion-match.js';
import type { StorySignature } from './story.js';
import type { RarityOf } from './story-rarity.js';
import { addCounts, coreOf, mostFrequent, sharedWeight } from './story-counts.js';
import { isWide, type KindRelation, rarityOf, relateKinds } from './story-kinds.js';
import { namesPlaceOf, type PlaceRelation, relatePlaces } from './story-places.js';

/** Items published further apart than this are not joined by rule alone. */
export const WINDOW_DAYS = 6;
/** Reports of one happening state its minute this closely, or the hour only. */
const SAME_MOMENT_MINUTES = 40;
/** Stated moments further apart than this belong to two happenings. */
const OTHER_MOMENT_MINUTES = 48 * 60;
/** Deaths that are seldom stated twice in one week for two happenings. */
const MANY = 10;
/** More kinds than a signature carries. */
const MOST_KINDS = 48;
/** Two titles share something that names: half a piece in common suffices. */
const NAMED = 0.5;
/** A quake that is felt provinces away. */
const GREAT_QUAKE = 6;
/** From so many articles on a story is what its province speaks of. */
const PROMINENT = 5;

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
  place: { county: 2, city: 1.75, country: 1.5, province: 0.75, unknown: 0, apart: 0 } satisfies Record<
    PlaceRelation,
    number
  >,
  kind: { same: 1.75, near: 1, vague: 0, open: 0, apart: -3 } satisfies Record<KindRelation, number>,
  /** 事故, 事件 without a kind, in the county of a happening of some kind. */
  vagueInCounty: 0.75,
  manyDeaths: 1.5,
  deaths: 0.75,
  injuries: 0.75,
  missing: 0.5,
  moment: 1.5,
  /** A seldom kind in the province of a story that many tell, without a narrower place. */
  prominent: 0.5,
  /** How a great quake was felt elsewhere on its day. */
  felt: 3,
  /** No common place and no common word of the titles: kind and figures alone prove little. */
  nothingNamed: -1.5,
  /** No common place, only everyday words in common and no figure. */
  onlyEveryday: -0.75,
  gram: 1.3,
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

const allFelt = (a: StorySignature): boolean => a.felt === a.articles;
const isGreatQuake = (a: StorySignature): boolean =>
  Math.max(0, ...(a.magnitudes ?? [])) >= GREAT_QUAKE || Math.max(0, ...a.deaths) >= MANY;

/** One side tells how the other's great quake was felt, on its day or the next. */
function isFeltFar(a: StorySignature, b: StorySignature): boolean {
  if (daysApart(a, b) > 1) return false;
  return (allFelt(a) && isGreatQuake(b)) || (allFelt(b) && isGreatQuake(a));
}

/** What both sides are about, and how their places and kinds stand to each other. */
interface Relation {
  places: PlaceRelation;
  kinds: KindRelation;
  kind: string | null;
  sameMoment: boolean;
}

/** Null: two happenings, whatever else they share. */
function relate(a: StorySignature, b: StorySignature): Relation | null {
  const kind = mostFrequent(addCounts(a.kinds, b.kinds, MOST_KINDS));
  const kinds = relateKinds(coreOf(a.kinds, a.articles), coreOf(b.kinds, b.articles));
  const moments = momentsApart(a, b);
  const sameMoment = moments !== null && moments <= SAME_MOMENT_MINUTES;
  if (daysApart(a, b) > WINDOW_DAYS || (moments !== null && moments > OTHER_MOMENT_MINUTES)) return null;
  const placesOfA = coreOf(a.places, a.articles);
  const placesOfB = coreOf(b.places, b.articles);
  let places = relatePlaces(placesOfA, placesOfB, isWide(kind));
  const oneQuake = kinds === 'same' && kind === '地震' && (moments === null ? isFeltFar(a, b) : sameMoment);
  if (places === 'apart' && !oneQuake) return null;
  if (areBothTalk(a, b) && areTwoMatters(a, b)) return null;
  if (places === 'unknown' || places === 'province' || places === 'country')
    if (namesPlaceOf(placesOfA, b.grams, placesOfB) || namesPlaceOf(placesOfB, a.grams, placesOfA)) places = 'county';
  return { places, kinds, kind, sameMoment };
}

function circumstancePoints(
  a: StorySignature,
  b: StorySignature,
  { places, kinds, kind, sameMoment }: Relation,
): number {
  let points = sameMoment ? MATCH_POINTS.moment : 0;
  if (kinds === 'same') points += rarityOf(kind);
  if (kinds === 'vague' && places === 'county') points += MATCH_POINTS.vagueInCounty;
  if (kinds === 'same' && kind === '地震' && !sameMoment && isFeltFar(a, b)) points += MATCH_POINTS.felt;
  const told = Math.max(a.articles, b.articles);
  if (kinds === 'same' && places === 'province' && rarityOf(kind) > 0 && told >= PROMINENT)
    points += MATCH_POINTS.prominent;
  return points;
}

function namelessPoints(shared: number, named: number, figures: number): number {
  if (shared === 0) return MATCH_POINTS.nothingNamed;
  return named < NAMED && figures === 0 ? MATCH_POINTS.onlyEveryday : 0;
}

const DIFFERENT: HappeningMatch = { verdict: 'different', score: 0 };
const always = (): number => 1;

/**
 * Do two items, or a story and an item, tell of one happening? Different places never join, save reports of one quake felt
 * in many places: those are known by the minute they state.
 * @param rarity how telling each piece of a title is among the stories of these days
 */
export function sameHappening(a: StorySignature, b: StorySignature, rarity: RarityOf = always): HappeningMatch {
  const relation = relate(a, b);
  if (!relation) return DIFFERENT;
  const { places, kinds } = relation;
  const { shared, named } = sharedWeight(a, b, (gram) => weightOfGram(gram) * rarity(gram));
  if (!speaksOfIt(a, b, named)) return DIFFERENT;
  const figures = figurePoints(a, b);
  const score =
    MATCH_POINTS.place[places] +
    MATCH_POINTS.kind[kinds] +
    circumstancePoints(a, b, relation) +
    figures +
    (places === 'unknown' ? namelessPoints(shared, named, figures) : 0) +
    Math.min(shared * MATCH_POINTS.gram, MATCH_POINTS.title);
  if (score < MATCH_POINTS.possibly) return { verdict: 'different', score };
  const isSame = score >= MATCH_POINTS.same && !(areBothTalk(a, b) && tellOtherMatters(a, b));
  return { verdict: isSame ? 'same' : 'possibly', score };
}

/** What a story is to an item that has come: talk never takes in a happening, whatever they share. */
export function itemMatch(story: StorySignature, item: StorySignature, rarity: RarityOf = always): HappeningMatch {
  return mayTake(story, item) ? sameHappening(story, item, rarity) : DIFFERENT;
}

/** Are two stories one? Talk and a happening stay two. */
export function areOneStory(a: StorySignature, b: StorySignature): boolean {
  return mayBecomeOne(a, b) && sameHappening(a, b).verdict === 'same';
}
