import type { Mention } from './sentence-reader.js';
import type { DayParts } from '../dates/day-parts.js';
import { type MarkedText, type Span, hasMark, marksOf } from '../text/marked-text.js';

/** How far a mention may be trusted as a total of this happening; the highest weight present decides. */
export const WEIGHT = { plain: 3, loose: 2, otherTime: 1, none: 0 } as const;
export type Weight = (typeof WEIGHT)[keyof typeof WEIGHT];

export interface WeighedMention extends Mention {
  text: MarkedText;
  weight: Weight;
}

/** 近3年已有5人, 三年来, 5年间: a count over years. */
const OVER_YEARS = /近[\d一二两三四五六七八九十几数]{1,3}年|[\d一二两三四五六七八九十几数]年[来间]/;
const YEAR = /(?:^|\D)((?:19|20)\d\d)年/g;
/** 可能 and 防范 govern what follows them closely. */
const GOVERNED = 12;
const CLAUSE_REACH = 40;
/** Sentences end somewhere; in a text without punctuation no rule looks further back than this. */
const SENTENCE_REACH = 160;

function speaksOfEarlierYear(sentence: string, today: DayParts | null): boolean {
  if (!today) return false;
  const years = [...sentence.matchAll(YEAR)].map((match) => Number(match[1]));
  const lastYear = today.month <= 2 ? today.year - 1 : today.year;
  return years.length > 0 && years.every((year) => year < lastYear);
}

/** 曾, 去年, 今年以来 govern what follows them; 致5死,曾被处罚 is of this happening. */
function speaksOfOtherTime(text: MarkedText, span: Span, mention: Mention, today: DayParts | null): boolean {
  const from = Math.max(span.start, mention.start - SENTENCE_REACH);
  const to = clauseEnd(text.plain, mention.end, span.end);
  if (hasMark(text, 'statistic', from, to) || hasMark(text, 'history', from, to)) return true;
  const before = text.plain.slice(from, to);
  return OVER_YEARS.test(before) || speaksOfEarlierYear(before, today);
}

function clauseEnd(text: string, from: number, to: number): number {
  const comma = text.slice(from, Math.min(to, from + CLAUSE_REACH)).search(/[，,]/);
  return comma < 0 ? Math.min(to, from + CLAUSE_REACH) : from + comma;
}

/** 可能造成3人死亡 supposes; 车道减少…致5死 states: a word of prevention reaches no further than the next 致 or 造成. */
function isSupposed(text: MarkedText, mention: Mention): boolean {
  const from = Math.max(0, mention.start - GOVERNED);
  const governs = (role: 'hypothetical' | 'prevention', stated: RegExp) =>
    marksOf(text, role, from, mention.end).some(({ end }) => !stated.test(text.plain.slice(end, mention.start)));
  return governs('hypothetical', /已/) || governs('prevention', /已|致|造成/);
}

function isLoose(mention: Mention): boolean {
  const numeral = mention.count?.numeral;
  return mention.implied || (numeral !== undefined && (numeral.vague || numeral.bound === 'at_most'));
}

function weightOf(text: MarkedText, mention: Mention, today: DayParts | null): Weight {
  if (isSupposed(text, mention)) return WEIGHT.none;
  const span = text.sentences[mention.sentence];
  if (span && speaksOfOtherTime(text, span, mention, today)) return WEIGHT.otherTime;
  return isLoose(mention) ? WEIGHT.loose : WEIGHT.plain;
}

/** Weighs the mentions of one field, in their order. */
export function weighMentions(
  text: MarkedText,
  mentions: readonly Mention[],
  today: DayParts | null,
): WeighedMention[] {
  return mentions.map((mention) => ({ ...mention, text, weight: weightOf(text, mention, today) }));
}
