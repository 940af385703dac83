import { type DayParts, daysBetween, isCalendarDay, plusDays } from '../dates/day-parts.js';
import { dayNear } from './days-in-text.js';
import { type Marked, markedAt } from './marked.js';
import { type MarkedText, hasMark } from '../text/marked-text.js';
import { findNumerals } from '../text/numerals.js';

export type Precision = 'minute' | 'hour' | 'day';

/** An instant read from the text, no finer than the text says; a day is 00:00 Beijing time of that day. */
export interface Occurrence {
  at: Date;
  precision: Precision;
  /** The words of the date, as written. */
  said: Marked;
}

export interface OccurrenceQuestion {
  title: MarkedText;
  text: MarkedText;
  /** The day of publication in Beijing time; without it only dates with a year are read. */
  published: DayParts | null;
}

interface Moment {
  day: DayParts;
  hour: number | null;
  minute: number | null;
}

/** How far into a text the time of the happening is looked for, in UTF-16 units. */
const REACH = 400;
/** Words of which an article that tells of a happening holds one in title or opening. */
const TELLING = ['kind', 'death', 'missing', 'injury', 'poisoned'] as const;
const BEIJING_HOURS = 8;

const DAY =
  '(?:(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]|(\\d{1,2})[日号]|(今天|今日|今晨|今早|今晚|昨天|昨日|昨晚|昨夜|昨晨|前天|前日|前晚|当天|当日))';
const PART = '(凌晨|清晨|早晨|早上|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|深夜|午夜|晚|早|晨)?';
const HOUR = '(?:(\\d{1,2})(?:时|点|:)(?:(\\d{1,2})分?|(半))?)?';
const MOMENT = new RegExp(`${DAY}\\s*${PART}\\s*${HOUR}`, 'g');

const DAYS_BACK: Record<string, number> = { 昨天: 1, 昨日: 1, 昨晚: 1, 昨夜: 1, 昨晨: 1, 前天: 2, 前日: 2, 前晚: 2 };
const AFTERNOON = /下午|傍晚|晚|夜|午后/;
/** A date before these is when the report was made, not when the thing happened. */
const REPORTED =
  /^(?:许|左右)?(?:起(?![，,火])|至|—|-)|^[^，,。；;]{0,12}?(?:电(?![梯动瓶线缆站厂信器视影力])|讯|获悉|称|说|表示|报道|消息|通报|发布|公布|宣布|介绍|致电|举行|召开|作出|前往|看望|播出|发表|声明|证实|确认|指出|透露|强调|谴责|批准|启动|记者|来到|赶到)/;
const HAPPENED_SOON =
  /^[^。；;]{0,60}?(?:发生|突发|相撞|追尾|[起着失冒]火|冒[出烟]|爆|[坍垮倒崩滑坠掉跌]|塌|撞|翻|覆|泥石流|山洪|中毒|袭|沉|溺|遭|出现|燃|烧|[冲卷砍刺砸碾压踩杀劫]|行凶|踩踏|失控|泄漏|脱轨|断裂|触电|被[困埋害]|掩埋|遇|身亡|死亡|丧生|受伤|失踪|失联|失去|失事|迫降|触礁|进水|涌水|晕|昏|呕|腹|不适|食用|[就聚用进]餐|[早午晚]餐|婚宴)/;
const LOCAL = /(?:当地时间|当地)\s*$/;
const CUT_OFF = /(?:截至|截止|至|到|的|周年|记者|本报)\s*$/;

/** One of these stands in every date that is read; many a title has none. */
const NAMES_DAY = /[日号今昨前当]/;

/** A text with the figures of its dates in Arabic digits, and where each of its offsets stands in the text as it was. */
interface Dated {
  text: string;
  offsetOf: (at: number) => number;
}

/** 四月十一日 -> 4月11日. */
function arabicDates(text: string): Dated {
  const shifts: { from: number; by: number }[] = [];
  let by = 0;
  const dated = text.replace(
    /[〇零一二两三四五六七八九十]{1,4}(?=[年月号时点分]|日(?!用|游|三餐))/g,
    (written, at: number) => {
      const [numeral] = findNumerals(written);
      if (!numeral || numeral.end !== written.length) return written;
      const digits = String(numeral.value);
      const from = at - by + digits.length;
      by += written.length - digits.length;
      shifts.push({ from, by });
      return digits;
    },
  );
  return { text: dated, offsetOf: (at) => at + (shifts.findLast(({ from }) => from <= at)?.by ?? 0) };
}

function dayOf(match: RegExpMatchArray, published: DayParts | null): DayParts | null {
  const [, year, month, day, dayAlone, word] = match;
  if (year && month && day) return { year: Number(year), month: Number(month), day: Number(day) };
  if (!published) return null;
  if (month && day) return dayNear(undefined, month, day, published);
  if (dayAlone) return dayNear(undefined, undefined, dayAlone, published);
  return plusDays(published, -(DAYS_BACK[word ?? ''] ?? 0));
}

function hourOf(part: string, word: string, hour: number): number {
  const afternoon = AFTERNOON.test(part) || /晚|夜/.test(word);
  if (/凌晨|午夜|深夜/.test(part) && hour === 12) return part === '凌晨' ? 0 : 24;
  if (/中午|正午/.test(part)) return hour <= 3 ? hour + 12 : hour;
  if (/晚|夜/.test(part + word) && hour === 12) return 24;
  return afternoon && hour < 12 && !(part === '深夜' && hour < 5) ? hour + 12 : hour;
}

function momentOf(match: RegExpMatchArray, published: DayParts | null): Moment | null {
  const day = dayOf(match, published);
  if (!day || !isCalendarDay(day)) return null;
  const [, , , , , word = '', part = '', hourText, minuteText, half] = match;
  if (hourText === undefined) return { day, hour: null, minute: null };
  const hour = hourOf(part, word, Number(hourText));
  const minute = half ? 30 : minuteText === undefined ? null : Number(minuteText);
  return hour > 24 || (minute ?? 0) > 59 ? null : { day, hour, minute };
}

/** A clock elsewhere in the world is not ours: of 当地时间11日14时46分 the day is kept. */
function inBeijing(text: string, match: RegExpMatchArray, published: DayParts | null): Moment | null {
  const moment = momentOf(match, published);
  const at = match.index ?? 0;
  const local = LOCAL.test(text.slice(Math.max(0, at - 6), at));
  return moment && local ? { day: moment.day, hour: null, minute: null } : moment;
}

function occurrenceOf({ day, hour, minute }: Moment, said: Marked): Occurrence {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.day, (hour ?? 0) - BEIJING_HOURS, minute ?? 0));
  return { at, precision: hour === null ? 'day' : minute === null ? 'hour' : 'minute', said };
}

function isOfHappening(text: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  if (CUT_OFF.test(text.slice(Math.max(0, at - 3), at))) return false;
  const after = text.slice(at + match[0].length, at + match[0].length + 80);
  return !REPORTED.test(after) && HAPPENED_SOON.test(after);
}

/** A first line that is only a date and a source says when the page was made: where what follows it begins. */
function behindDateLine(text: string): number {
  return /^\s*\d{4}[年\-/.][^\n]{0,40}\n/.exec(text)?.[0].length ?? 0;
}

/** The words of a date without the blanks that stand behind them. */
function wordsAt(field: MarkedText, from: number, { offsetOf }: Dated, match: RegExpMatchArray): Marked {
  const at = match.index ?? 0;
  const end = at + match[0].trimEnd().length;
  return markedAt(field, { start: from + offsetOf(at), end: from + offsetOf(end) });
}

/**
 * When the happening took place, by the first date in title or opening that stands before words of happening. Relative words
 * (昨天, 今晨) and days without month or year lean on `published`. Never later than the day after publication.
 */
export function occurrenceIn({ title, text, published }: OccurrenceQuestion): Occurrence | null {
  if (!TELLING.some((role) => hasMark(title, role) || hasMark(text, role, 0, REACH))) return null;
  const opening = text.plain.slice(0, REACH);
  const from = behindDateLine(opening);
  return occurrenceFrom(text, from, opening.slice(from), published) ?? occurrenceFrom(title, 0, title.plain, published);
}

function occurrenceFrom(field: MarkedText, from: number, words: string, published: DayParts | null): Occurrence | null {
  if (!NAMES_DAY.test(words)) return null;
  const dated = arabicDates(words);
  for (const match of dated.text.matchAll(MOMENT)) {
    if (!isOfHappening(dated.text, match)) continue;
    const moment = inBeijing(dated.text, match, published);
    const told = moment && !(published && daysBetween(published, moment.day) > 1);
    if (told) return occurrenceOf(moment, wordsAt(field, from, dated, match));
  }
  return null;
}

/** Nothing of the story stands in a date line: 1994年12月8日,某馆火灾造成… is no date line. */
const DATE_LINE = /^\s*(\d{4})[年\-/.](\d{1,2})[月\-/.](\d{1,2})[^\n，,。]{0,40}(?:\n|$)/;

/** The date in the first line of a text, for articles that come without one. */
export function dateLineOf(text: string): DayParts | null {
  const match = DATE_LINE.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCalendarDay(day) ? day : null;
}
