import type { Mention } from './mention.js';
import { type DayParts, daysBetween } from '../dates/day-parts.js';
import { lastDayIn, speakOfEarlierYear } from './days-in-text.js';
import { type MarkedText, type Span, hasMark, marksOf } from '../text/marked-text.js';

/** How far a mention may be trusted as a total of this happening; the highest weight present decides. */
export const WEIGHT = { plain: 3, loose: 2, otherTime: 1, none: 0 } as const;
export type Weight = (typeof WEIGHT)[keyof typeof WEIGHT];

export interface WeighedMention extends Mention {
  text: MarkedText;
  weight: Weight;
  /** Sentences parted by semicolons alone are of one run. */
  run: number;
}

/** What tells this happening from others in time. */
export interface TimeFrame {
  /** The day the article is read against; years before it mark earlier happenings. */
  today: DayParts | null;
  /** The day of this happening, where the article gives it. */
  occurred: DayParts | null;
}

/** 近3年已有5人, 三年来, 5年间: a count over years. */
const OVER_YEARS = /近[\d一二两三四五六七八九十几数]{1,3}年|[\d一二两三四五六七八九十几数]年[来间]/;
/** 6天前, 两个月前. */
const SO_LONG_AGO = /[\d一二两三四五六七八九十几数]个?(?:天|日|周|星期|月)前/;
/** 3日发生的地震已造成…: the article goes on about it. */
const STILL_TOLD = /^[^，,]{0,12}(?:发生的|遭遇的|开始)/;
const OCCURRED = /发生|遭遇|突发/;
/** 可能 and 防范 govern what follows them closely. */
const GOVERNED = 12;
const CLAUSE_REACH = 40;
/** Sentences end somewhere; in a text without punctuation no rule looks further back than this. */
const SENTENCE_REACH = 160;

/** 曾, 去年, 今年以来 govern what follows them; 致5死,曾被处罚 is of this happening. */
function speaksOfOtherTime(text: MarkedText, span: Span, mention: Mention, frame: TimeFrame): boolean {
  const from = Math.max(span.start, mention.start - SENTENCE_REACH);
  const to = clauseEnd(text.plain, mention.end, span.end);
  if (hasMark(text, 'statistic', from, to) || hasMark(text, 'history', from, to)) return true;
  const before = text.plain.slice(from, to);
  return (
    OVER_YEARS.test(before) ||
    (mention.sentence > 1 && SO_LONG_AGO.test(before)) ||
    speakOfEarlierYear(before, frame.today) ||
    speaksOfEarlierDay(text, { start: from, end: mention.start }, mention, frame)
  );
}

/** 本月1日曾发生8.2级地震,造成6人死亡, in an article on the shock of the 10th. */
function speaksOfEarlierDay(text: MarkedText, span: Span, mention: Mention, { today, occurred }: TimeFrame): boolean {
  if (!today || !occurred || text.field === 'title' || mention.sentence === 0) return false;
  const dated = lastDayIn(text.plain.slice(span.start, span.end), today);
  if (!dated || daysBetween(dated.day, occurred) < 1) return false;
  const from = span.start + dated.end;
  const told = text.plain.slice(from, span.end);
  if (STILL_TOLD.test(told)) return false;
  return mention.implied || OCCURRED.test(told) || hasMark(text, 'kind', from, span.end);
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

function weightOf(text: MarkedText, mention: Mention, frame: TimeFrame): Weight {
  if (isSupposed(text, mention)) return WEIGHT.none;
  const span = text.sentences[mention.sentence];
  if (span && speaksOfOtherTime(text, span, mention, frame)) return WEIGHT.otherTime;
  return isLoose(mention) ? WEIGHT.loose : WEIGHT.plain;
}

/** To every sentence the run it belongs to: a semicolon parts sentences of one run. */
function runsOf({ plain, sentences }: MarkedText): number[] {
  let run = 0;
  return sentences.map(({ start }) => {
    const sign = plain.charAt(start - 1);
    return sign === '；' || sign === ';' ? run : ++run;
  });
}

/** Weighs the mentions of one field, in their order. */
export function weighMentions(text: MarkedText, mentions: readonly Mention[], frame: TimeFrame): WeighedMention[] {
  if (mentions.length === 0) return [];
  const runs = runsOf(text);
  return mentions.map((mention) => {
    const weight = weightOf(text, mention, frame);
    return Object.assign(mention, { text, weight, run: runs[mention.sentence] ?? mention.sentence });
  });
}
