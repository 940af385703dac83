import type { CompiledLexicon } from '../text/compiled-lexicon.js';
import type { Division } from '../text/gazetteer.js';
import { type Mark, type MarkedText, marksOf, useOf } from '../text/marked-text.js';

/** A Chinese division where it stands in a text. */
export interface PlaceHit {
  division: Division;
  start: number;
  end: number;
}

const SHORTEST = 2;
const LONGEST_SHORT = 5;
const LEVEL_SIGN = /[省市州区]/;

/** 云南福贡: a short county name straight behind its province or city. A longer name that begins there (临夏州) is read by itself. */
function countyBehind(lexicon: CompiledLexicon, text: string, hit: PlaceHit, next: Mark | undefined): PlaceHit {
  const shorts = lexicon.gazetteer.countyShort.get(hit.division.province ?? '');
  if (!shorts || hit.division.county || (next && next.start - hit.end <= 1)) return hit;
  const start = LEVEL_SIGN.test(text.charAt(hit.end)) ? hit.end + 1 : hit.end;
  for (let length = LONGEST_SHORT; length >= SHORTEST; length--) {
    const division = shorts.get(text.slice(start, start + length));
    const inside = division && (!hit.division.city || hit.division.city === division.city);
    if (inside) return { division, start: hit.start, end: start + length };
  }
  return hit;
}

/** Of divisions that share a name, the one inside what the text has named already; else the first by rank. */
function meant(candidates: readonly Division[], known: Division | null): Division {
  const [first] = candidates;
  const fitting = candidates.find(
    (one) => known?.province === one.province && (!known.city || known.city === one.city),
  );
  const chosen = fitting ?? candidates.find((one) => known?.province === one.province) ?? first;
  if (!chosen) return { province: null, city: null, county: null };
  const sure = candidates.length === 1 || chosen.province === known?.province || !chosen.county;
  return sure ? chosen : { province: null, city: null, county: chosen.county };
}

function divisionsAt(lexicon: CompiledLexicon, mark: Mark): readonly Division[] {
  return lexicon.gazetteer.divisions[useOf(mark, 'division')?.ref ?? -1] ?? [];
}

/** Chinese divisions named in a text, in order. */
export function placeHits(lexicon: CompiledLexicon, text: MarkedText, to = text.plain.length): PlaceHit[] {
  let known: Division | null = null;
  return marksOf(text, 'division', 0, to).map((mark, index, marks) => {
    const division = meant(divisionsAt(lexicon, mark), known);
    const hit = countyBehind(lexicon, text.plain, { division, start: mark.start, end: mark.end }, marks[index + 1]);
    if (hit.division.province) known = hit.division;
    return hit;
  });
}

function sameProvince(a: Division, b: Division): boolean {
  return a.province !== null && a.province === b.province;
}

/** Joins what several mentions say of one place: 甘肃省 + 渭源县 -> 甘肃省, 定西市, 渭源县. */
function narrowed(first: Division, hits: readonly PlaceHit[]): Division {
  const inside = hits.map((hit) => hit.division).filter((one) => sameProvince(one, first));
  const city = first.city ?? inside.find((one) => one.city)?.city ?? null;
  const county =
    first.county ?? inside.find((one) => one.county && (!city || !one.city || one.city === city))?.county ?? null;
  return { province: first.province, city, county };
}

/**
 * The place of the happening from the widest to the narrowest, by full names: the first province named in the title, else in
 * the lead, narrowed by what title and lead say of it. A 直辖市 is its own province; empty when no Chinese place is named.
 */
export function placesOf(titleHits: readonly PlaceHit[], leadHits: readonly PlaceHit[]): string[] {
  const hits = [...titleHits, ...leadHits];
  const first = hits.find((hit) => hit.division.province) ?? hits[0];
  if (!first) return [];
  const { province, city, county } = narrowed(first.division, hits);
  return [province, city, county].filter((name): name is string => name !== null);
}
