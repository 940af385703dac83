import { weightOfGram } from './gram-weight.js';
import type { StorySignature } from './story.js';
import { placeLevel, shortOf } from './story-places.js';
import { MOST_HOLDERS, rarityAmong, type RarityOf } from './story-rarity.js';

/** A title of 500 characters has more pieces; they would cost space and find little. */
const MOST_KEYS = 160;
/** Stories compared with one article, the likeliest first. */
const MOST_CANDIDATES = 40;

/** Hours that a moment falls in, and half-shifted ones, so that moments half an hour apart share one. */
function hoursOf(moment: number): string[] {
  return [`${Math.floor(moment / 60)}`, `${Math.floor((moment + 30) / 60)}h`];
}

/**
 * Short look-up keys: items on one happening share at least one with high probability. `p` a city or county, `k` kind at a
 * place, `d` kind and deaths, `m` kind and hour, `q` any quake, `g` two or three characters of the title.
 */
export function keysOf(signature: StorySignature): string[] {
  const places = Object.keys(signature.places);
  const kinds = Object.keys(signature.kinds);
  const narrow = places.filter((name) => placeLevel(name) !== 'province');
  const ofKind = [
    ...places.map((name) => `k:${name}`),
    ...signature.deaths.filter((deaths) => deaths > 1).map((deaths) => `d:${deaths}`),
    ...signature.occurred.flatMap(hoursOf).map((hour) => `m:${hour}`),
  ];
  const keys = [
    ...(kinds.includes('地震') ? ['q'] : []),
    ...narrow.map((name) => `p:${name}`),
    ...kinds.flatMap((kind) => ofKind.map((key) => `${key}:${kind}`)),
    ...narrow.map((name) => `g:${shortOf(name)}`),
    ...Object.keys(signature.grams).map((gram) => `g:${gram}`),
  ];
  return [...new Set(keys)].slice(0, MOST_KEYS);
}

/** How many stories of the window hold a key, and which; counted up to MOST_HOLDERS, the latest ones. */
export interface Held<Id> {
  count: number;
  /** None where a piece of a title is held by MOST_HOLDERS: it finds nothing that others would not. */
  stories: readonly Id[];
}

export type Holders<Id> = ReadonlyMap<string, Held<Id>>;

/** A piece of a title, not a place or a figure: so many stories may hold it that it finds none. */
export const isGramKey = (key: string): boolean => key.startsWith('g:');

/** How telling each piece of a title is, by how many stories hold it. */
export function rarityBy(holders: Holders<unknown>): RarityOf {
  return (gram) => rarityAmong(holders.get(`g:${gram}`)?.count ?? 0);
}

const pointsOf = (key: string, holders: number): number =>
  isGramKey(key) ? weightOfGram(key.slice(2)) * rarityAmong(holders) : holders < MOST_HOLDERS ? 2 : 1;

/** The stories worth comparing, likeliest first: those that share most of what is rare. */
export function candidatesAmong<Id>(holders: Holders<Id>): Id[] {
  const points = new Map<Id, number>();
  for (const [key, { count, stories }] of holders) {
    const worth = pointsOf(key, count);
    for (const story of stories) points.set(story, (points.get(story) ?? 0) + worth);
  }
  return [...points]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([story]) => story);
}
