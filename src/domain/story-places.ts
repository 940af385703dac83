/** How the places of two items stand to each other, closest first. `apart` forbids joining. */
export type PlaceRelation = 'county' | 'city' | 'province' | 'unknown' | 'apart';

const PROVINCE =
  /^(?:.{2,3}省|北京市|天津市|上海市|重庆市|.*自治区|香港(?:特别行政区)?|澳门(?:特别行政区)?|台湾(?:省)?)$/u;
const COUNTY = /(?:县|区|旗)$/u;

/** 省 and its equals count as wide; 县, 区, 旗 as narrow; 市, 州 and everything abroad lie between. */
export function placeLevel(name: string): 'province' | 'city' | 'county' {
  if (PROVINCE.test(name)) return 'province';
  return COUNTY.test(name) ? 'county' : 'city';
}

/**
 * Compares two sets of normalised names. Sharing the narrowest level decides; both naming places of one level without a
 * common one means two places. A set without names of a level leaves that level open.
 */
export function relatePlaces(a: readonly string[], b: readonly string[]): PlaceRelation {
  if (a.length === 0 || b.length === 0) return 'unknown';
  for (const level of ['county', 'city', 'province'] as const) {
    const ofA = a.filter((name) => placeLevel(name) === level);
    const ofB = b.filter((name) => placeLevel(name) === level);
    if (ofA.some((name) => ofB.includes(name))) return level;
    if (level !== 'county' && ofA.length > 0 && ofB.length > 0) return 'apart';
  }
  return 'unknown';
}
