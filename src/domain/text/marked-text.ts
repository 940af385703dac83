import { plainCharacters } from './characters.js';
import type { CompiledLexicon, Role, WordUse } from './compiled-lexicon.js';
import { type Numeral, findNumerals } from './numerals.js';

export type Field = 'title' | 'text';

/** A word of the lexicon where it stands. */
export interface Mark {
  start: number;
  end: number;
  uses: readonly WordUse[];
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
  numerals: readonly Numeral[];
  sentences: readonly Span[];
}

const SENTENCE_ENDS = new Set([...'。！？!?；;\n\r'].map((sign) => sign.charCodeAt(0)));

function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!SENTENCE_ENDS.has(text.charCodeAt(at))) continue;
    if (at > start) spans.push({ start, end: at });
    start = at + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Words inside 《》 name a work, not a happening. */
function bookTitles(text: string): Span[] {
  if (!text.includes('《')) return [];
  return [...text.matchAll(/《[^《》]{1,40}》/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
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

function longestOnly(marks: Mark[]): Mark[] {
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
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
  const marks: Mark[] = bookTitles(plain).map((span) => ({ ...span, uses: [] }));
  lexicon.matcher.scan(plain, (word, start, end) => {
    marks.push({ start, end, uses: lexicon.uses[word] ?? [] });
  });
  return { field, raw, plain, marks: longestOnly(marks), numerals: findNumerals(plain), sentences: sentencesOf(plain) };
}

export function useOf(mark: Mark, role: Role): WordUse | undefined {
  for (const use of mark.uses) if (use.role === role) return use;
  return undefined;
}

/** The place of the first span that begins at an offset or behind it; `spans` are in order, so it is found by halving. */
function firstFrom(spans: readonly Span[], from: number): number {
  let low = 0;
  for (let high = spans.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans that lie between two offsets; `spans` are in order and do not overlap much. */
export function spansBetween<T extends Span>(spans: readonly T[], from: number, to: number): T[] {
  const found: T[] = [];
  for (let at = firstFrom(spans, from); at < spans.length; at++) {
    const span = spans[at];
    if (!span || span.start >= to) break;
    if (span.end <= to) found.push(span);
  }
  return found;
}

/** Marks of one role between two offsets, in order. */
export function marksOf(text: MarkedText, role: Role, from = 0, to = text.plain.length): Mark[] {
  const found: Mark[] = [];
  for (let at = firstFrom(text.marks, from); at < text.marks.length; at++) {
    const mark = text.marks[at];
    if (!mark || mark.start >= to) break;
    if (mark.end <= to && useOf(mark, role) !== undefined) found.push(mark);
  }
  return found;
}

export function hasMark(text: MarkedText, role: Role, from = 0, to = text.plain.length): boolean {
  for (let at = firstFrom(text.marks, from); at < text.marks.length; at++) {
    const mark = text.marks[at];
    if (!mark || mark.start >= to) break;
    if (mark.end <= to && useOf(mark, role) !== undefined) return true;
  }
  return false;
}
