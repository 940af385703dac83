import type { StorySignature } from './story.js';
import { placeLevel, shortOf } from './story-places.js';

/** More keys cost index space and find little. */
const MOST_KEYS = 160;

/** Hours that a moment falls in, and half-shifted ones, so that moments half an hour apart share one. */
function hoursOf(moment: number): string[] {
  return [`${Math.floor(moment / 60)}`, `${Math.floor((moment + 30) / 60)}h`];
}

/**
 * Short look-up keys: items on one happening share at least one with high probability. `p` a city or county, `k` kind in a
 * province, `d` kind and deaths, `m` kind and hour, `q` a quake's day, `g` two or three characters of the title.
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
    ...(kinds.includes('地震') ? ['q'] : []),
    ...narrow.map((name) => `p:${name}`),
    ...kinds.flatMap((kind) => ofKind.map((key) => `${key}:${kind}`)),
    ...narrow.map((name) => `g:${shortOf(name)}`),
    ...Object.keys(signature.grams).map((gram) => `g:${gram}`),
  ].slice(0, MOST_KEYS);
}
