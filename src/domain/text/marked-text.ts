import { plainCharacters } from './characters.js';
import type { CasualtyUse, CompiledLexicon, Role, WordUse } from './compiled-lexicon.js';
import { type Numeral, findNumerals } from './numerals.js';

export type Field = 'title' | 'text';

/** A word of the lexicon where it stands. */
export interface Mark {
  start: number;
  end: number;
  uses: readonly WordUse[];
  /** What it says of persons, if anything. */
  casualty: CasualtyUse | null;
}

export interface Span {
  start: number;
  end: number;
}

/** A field of the article with everything found in it by one pass. Offsets hold in the field as written. */
export interface MarkedText {
  field: Field;
  raw: string;
  plain: string;
  /** Longest words only, in order: a word inside a longer one is not here. */
  marks: readonly Mark[];
  /** The same by what they do: most questions are about one role, which most texts do not hold. */
  byRole: ReadonlyMap<Role, readonly Mark[]>;
  numerals: readonly Numeral[];
  sentences: readonly Span[];
}

const SENTENCE_ENDS = new Uint8Array(65_536);
for (const sign of '。！？!?；;\n\r') SENTENCE_ENDS[sign.charCodeAt(0)] = 1;

function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (SENTENCE_ENDS[text.charCodeAt(at)] === 0) continue;
    if (at > start) spans.push({ start, end: at });
    start = at + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const NO_USES: readonly WordUse[] = [];
const NO_MARKS: readonly Mark[] = [];

/** Words inside 《》 name a work, not a happening. */
function bookTitles(text: string): Mark[] {
  if (!text.includes('《')) return [];
  return [...text.matchAll(/《[^《》]{1,40}》/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    uses: NO_USES,
    casualty: null,
  }));
}

/** 威海|地震 holds no 海地: a place may not begin inside the word before it. */
function isPlace(mark: Mark): boolean {
  return mark.uses.some((use) => use.role === 'foreign' || use.role === 'division' || use.role === 'hkmotw');
}

/** 美国黄石, 英国利川: a Chinese name straight behind a foreign one is of that country. */
function isNamesake(before: Mark | undefined, mark: Mark): boolean {
  return before?.end === mark.start && useOf(before, 'foreign') !== undefined && useOf(mark, 'division') !== undefined;
}

const inOrder = (a: Mark, b: Mark): number => a.start - b.start || b.end - a.end;

/** Marks come in order of their end, so that each has only a few before it that begin no earlier. */
function insert(marks: Mark[], mark: Mark): void {
  let at = marks.length;
  for (let before = marks[at - 1]; before && inOrder(before, mark) > 0; before = marks[at - 1]) marks[at--] = before;
  marks[at] = mark;
}

/** @param marks by their begin, of those with one begin the longest first */
function longestOnly(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let reached = 0;
  for (const mark of marks) {
    if (mark.end <= reached || (mark.start < reached && isPlace(mark))) continue;
    if (isNamesake(kept.at(-1), mark)) continue;
    kept.push(mark);
    reached = mark.end;
  }
  return kept;
}

export function markText(lexicon: CompiledLexicon, field: Field, raw: string): MarkedText {
  const plain = plainCharacters(raw, lexicon.plainForms);
  const words: Mark[] = [];
  lexicon.matcher.scan(plain, (word, start, end) => {
    insert(words, { start, end, uses: lexicon.uses[word] ?? NO_USES, casualty: lexicon.casualty[word] ?? null });
  });
  const titles = bookTitles(plain);
  const marks = longestOnly(titles.length === 0 ? words : [...titles, ...words].sort(inOrder));
  const [numerals, sentences] = [findNumerals(plain), sentencesOf(plain)];
  return { field, raw, plain, marks, byRole: marksByRole(marks), numerals, sentences };
}

function marksByRole(marks: readonly Mark[]): Map<Role, Mark[]> {
  const byRole = new Map<Role, Mark[]>();
  for (const mark of marks) {
    for (const { role } of mark.uses) {
      const known = byRole.get(role);
      if (!known) byRole.set(role, [mark]);
      else if (known.at(-1) !== mark) known.push(mark);
    }
  }
  return byRole;
}

export function useOf(mark: Mark, role: Role): WordUse | undefined {
  for (const use of mark.uses) if (use.role === role) return use;
  return undefined;
}

/** The place of the first span that begins at an offset or behind it; `spans` are in order, so it is found by halving. */
export function placeFrom(spans: readonly Span[], from: number): number {
  let low = 0;
  for (let high = spans.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans that lie between two offsets; `spans` are in order. */
export function spansBetween<T extends Span>(spans: readonly T[], from: number, to: number): readonly T[] {
  const begun = spans.slice(placeFrom(spans, from), placeFrom(spans, to));
  return begun.every(({ end }) => end <= to) ? begun : begun.filter(({ end }) => end <= to);
}

/** Marks of one role between two offsets, in order. */
export function marksOf(text: MarkedText, role: Role, from = 0, to = text.plain.length): readonly Mark[] {
  const marks = text.byRole.get(role) ?? NO_MARKS;
  return marks === NO_MARKS || (from === 0 && to >= text.plain.length) ? marks : spansBetween(marks, from, to);
}

export function hasMark(text: MarkedText, role: Role, from = 0, to = text.plain.length): boolean {
  const marks = text.byRole.get(role);
  if (!marks) return false;
  for (let at = placeFrom(marks, from); at < marks.length; at++) {
    const mark = marks[at];
    if (!mark || mark.start >= to) break;
    if (mark.end <= to) return true;
  }
  return false;
}
