import type { PlaceWords } from './lexicon.js';

/** An administrative division at or above the county; names of the levels above it that are known for sure. */
export interface Division {
  province: string | null;
  city: string | null;
  county: string | null;
}

/** Names that may stand in a text, and the divisions each can mean (鼓楼区 is in four cities). */
export interface Gazetteer {
  names: readonly string[];
  divisions: readonly (readonly Division[])[];
  /** Short names of counties by the province's name: read only straight after the province or its city (云南福贡). */
  countyShort: ReadonlyMap<string, ReadonlyMap<string, Division>>;
  /** Short names of every county, of any province. */
  countyShorts: ReadonlySet<string>;
}

const ETHNIC =
  /(?:壮族|回族|维吾尔|藏族|羌族|彝族|白族|傣族|景颇族|傈僳族|哈尼族|苗族|侗族|布依族|土家族|朝鲜族|蒙古族|蒙古|哈萨克|柯尔克孜|满族|瑶族|畲族|黎族|仡佬族|拉祜族|佤族|纳西族|土族|撒拉族|东乡族|保安族|裕固族|达斡尔族|各族|独龙族|怒族|普米族|仫佬族|毛南族|水族|布朗族|锡伯族|塔吉克|鄂温克|鄂伦春)+/;
const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|林区|地区|新区|省|市|州|盟|县|区|旗)$/;

const DIRECT = '直辖';

/** 恩施土家族苗族自治州 -> 恩施, 云南省 -> 云南; the full name itself when nothing of two characters would be left. */
export function shortName(name: string): string {
  const bare = name.replace(SUFFIX, '').replace(ETHNIC, '');
  return bare.length >= 2 ? bare : name;
}

class Builder {
  readonly byName = new Map<string, Division[]>();
  readonly countyShort = new Map<string, Map<string, Division>>();

  constructor(private readonly ambiguous: ReadonlySet<string>) {}

  add(name: string, division: Division): void {
    const known = this.byName.get(name);
    if (known) known.push(division);
    else this.byName.set(name, [division]);
  }

  addBoth(name: string, division: Division): void {
    this.add(name, division);
    const short = shortName(name);
    if (short !== name && !this.ambiguous.has(short)) this.add(short, division);
  }

  addCounty(name: string, division: Division): void {
    const isCity = name.endsWith('市');
    if (isCity) this.addBoth(name, division);
    else if (name.length > 2) this.add(name, division);
    const inProvince = this.countyShort.get(division.province ?? '') ?? new Map<string, Division>();
    inProvince.set(shortName(name), division);
    this.countyShort.set(division.province ?? '', inProvince);
  }
}

/** A province outranks a city of its name (吉林), a city a county of its name. */
function rank(division: Division): number {
  return division.county ? 2 : division.city ? 1 : 0;
}

export function compileGazetteer(places: PlaceWords): Gazetteer {
  const builder = new Builder(new Set(places.ambiguousShort));
  for (const [province, cities] of Object.entries(places.divisions)) {
    builder.add(province, { province, city: null, county: null });
    builder.add(shortName(province), { province, city: null, county: null });
    for (const [city, counties] of Object.entries(cities)) {
      const named = city === DIRECT || city === province ? null : city;
      if (named) builder.addBoth(named, { province, city: named, county: null });
      for (const county of counties.split(' ')) builder.addCounty(county, { province, city: named, county });
    }
  }
  const divisions = [...builder.byName.values()].map((all) => all.sort((a, b) => rank(a) - rank(b)));
  const countyShorts = new Set([...builder.countyShort.values()].flatMap((inProvince) => [...inProvince.keys()]));
  return { names: [...builder.byName.keys()], divisions, countyShort: builder.countyShort, countyShorts };
}
