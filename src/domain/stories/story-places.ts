import type { Counts } from './story-counts.js';

/** How the places of two items stand to each other, closest first. `apart` forbids joining. */
export type PlaceRelation = 'county' | 'city' | 'country' | 'province' | 'unknown' | 'apart';

const PROVINCE = /^(?:.{2,3}省|北京市|天津市|上海市|重庆市|.*自治区|台湾(?:省)?)$/u;
/** Countries much in the news: as wide as a province. */
const COUNTRIES = new Set(
  '美国 日本 韩国 朝鲜 印度 巴基斯坦 俄罗斯 乌克兰 英国 法国 德国 意大利 西班牙 葡萄牙 加拿大 墨西哥 巴西 阿根廷 澳大利亚 泰国 越南 缅甸 老挝 柬埔寨 马来西亚 新加坡 印尼 印度尼西亚 菲律宾 土耳其 伊朗 伊拉克 以色列 叙利亚 黎巴嫩 也门 沙特 埃及 南非 尼日利亚 肯尼亚 阿富汗 孟加拉国 欧盟 欧洲 非洲'.split(
    ' ',
  ),
);
const COUNTY = /(?:县|区|旗)$/u;
const LEVELS = ['county', 'city', 'province'] as const;

/** 省 and its equals count as wide; 县, 区, 旗 as narrow; 市, 州 and everything abroad lie between, Hong Kong and Macao too. */
export function placeLevel(name: string): 'province' | 'city' | 'county' {
  if (PROVINCE.test(name) || COUNTRIES.has(name)) return 'province';
  return COUNTY.test(name) ? 'county' : 'city';
}

/** 山西省 stands in titles as 山西, 隆化县 as 隆化. */
export const shortOf = (place: string): string =>
  place.replace(/(?:特别行政区|.{2,3}族自治[区州县旗]|自治区|[省市县区旗盟])$/u, '');

/**
 * Does a title name a city or county of the other side by its short name, which alone names no place (高密, 大方)? Only
 * where its own places leave that open.
 */
export function namesPlaceOf(places: readonly string[], grams: Counts, own: readonly string[]): boolean {
  if (own.some((name) => placeLevel(name) !== 'province')) return false;
  return places.some((name) => {
    const short = shortOf(name);
    return placeLevel(name) !== 'province' && short.length > 1 && short !== name && grams[short] !== undefined;
  });
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
    const shared = ofA.filter((name) => ofB.includes(name)).length;
    if (shared > 1 && level === 'city') return 'county';
    if (shared > 0)
      return level === 'province' && ofA.some((name) => COUNTRIES.has(name) && ofB.includes(name)) ? 'country' : level;
    const bothNamed = ofA.length > 0 && ofB.length > 0;
    if (bothNamed && !(wide && level === 'county')) return 'apart';
  }
  return 'unknown';
}
