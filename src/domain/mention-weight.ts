import type { Mention } from './casualty-mentions.js';
import type { DayParts } from './day-parts.js';
import { type MarkedText, type Span, hasMark } from './marked-text.js';

/** How far a mention may be trusted as a total of this happening; the highest weight present decides. */
export const WEIGHT = { plain: 3, loose: 2, otherTime: 1, none: 0 } as const;
export type Weight = (typeof WEIGHT)[keyof typeof WEIGHT];

export interface WeighedMention extends Mention {
  text: MarkedText;
  weight: Weight;
}

const YEAR = /(?:^|\D)((?:19|20)\d\d)年/g;
/** 可能 and 防范 govern what follows them closely. */
const GOVERNED = 12;

function speaksOfEarlierYear(sentence: string, today: DayParts | null): boolean {
  if (!today) return false;
  const years = [...sentence.matchAll(YEAR)].map((match) => Number(match[1]));
  const lastYear = today.month <= 2 ? today.year - 1 : today.year;
  return years.length > 0 && years.every((year) => year < lastYear);
}

function speaksOfOtherTime(text: MarkedText, span: Span, today: DayParts | null): boolean {
  if (hasMark(text, 'statistic', span.start, span.end) || hasMark(text, 'history', span.start, span.end)) return true;
  return speaksOfEarlierYear(text.plain.slice(span.start, span.end), today);
}

function isSupposed(text: MarkedText, mention: Mention): boolean {
  const from = Math.max(0, mention.start - GOVERNED);
  return hasMark(text, 'hypothetical', from, mention.end) || hasMark(text, 'prevention', from, mention.end);
}

function isLoose(mention: Mention): boolean {
  const numeral = mention.count?.numeral;
  return mention.implied || (numeral !== undefined && (numeral.vague || numeral.bound === 'at_most'));
}

function weightOf(text: MarkedText, mention: Mention, otherTime: boolean): Weight {
  if (isSupposed(text, mention)) return WEIGHT.none;
  if (otherTime) return WEIGHT.otherTime;
  return isLoose(mention) ? WEIGHT.loose : WEIGHT.plain;
}

/** Weighs the mentions of one field, in their order. */
export function weighMentions(
  text: MarkedText,
  mentions: readonly Mention[],
  today: DayParts | null,
): WeighedMention[] {
  const otherTime = new Map<number, boolean>();
  const isOther = (sentence: number): boolean => {
    const known = otherTime.get(sentence);
    if (known !== undefined) return known;
    const span = text.sentences[sentence];
    const other = span !== undefined && speaksOfOtherTime(text, span, today);
    otherTime.set(sentence, other);
    return other;
  };
  return mentions.map((mention) => ({ ...mention, text, weight: weightOf(text, mention, isOther(mention.sentence)) }));
}
