/** How the places of two items stand to each other, closest first. `apart` forbids joining. */
export type PlaceRelation = 'county' | 'city' | 'province' | 'unknown' | 'apart';

const PROVINCE = /^(?:.{2,3}省|北京市|天津市|上海市|重庆市|.*自治区|台湾(?:省)?)$/u;
const COUNTY = /(?:县|区|旗)$/u;
const LEVELS = ['county', 'city', 'province'] as const;

/** 省 and its equals count as wide; 县, 区, 旗 as narrow; 市, 州 and everything abroad lie between, Hong Kong and Macao too. */
export function placeLevel(name: string): 'province' | 'city' | 'county' {
  if (PROVINCE.test(name)) return 'province';
  return COUNTY.test(name) ? 'county' : 'city';
}

/**
 * Compares two sets of normalised names. The narrowest level that both share decides; both naming places of one level
 * without a common one means two places. A set without names of a level leaves that level open.
 * @param wide the happening reaches over counties (地震, 台风): different counties of one city may be one happening.
 */
export function relatePlaces(a: readonly string[], b: readonly string[], wide: boolean): PlaceRelation {
  if (a.length === 0 || b.length === 0) return 'unknown';
  for (const level of LEVELS) {
    const ofA = a.filter((name) => placeLevel(name) === level);
    const ofB = b.filter((name) => placeLevel(name) === level);
    if (ofA.some((name) => ofB.includes(name))) return level;
    const bothNamed = ofA.length > 0 && ofB.length > 0;
    if (bothNamed && !(wide && level === 'county')) return 'apart';
  }
  return 'unknown';
}
