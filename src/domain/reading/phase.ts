import { type DayParts, daysBetween } from '../dates/day-parts.js';
import { LEAD } from './event-kind.js';
import { type Marked, markedAll, markedAt } from './marked.js';
import { type MarkedText, marksOf } from '../text/marked-text.js';

export type Phase = 'breaking' | 'update' | 'aftermath' | 'anniversary';

/** After so many days a happening is no longer being handled as an emergency. */
const AFTERMATH_DAYS = 14;
const ANNIVERSARY_DAYS = 300;
const FRESH_DAYS = 2;

export interface PhaseQuestion {
  title: MarkedText;
  text: MarkedText;
  /** The title states casualties of a happening. */
  titleStatesCasualties: boolean;
  occurred: DayParts | null;
  published: DayParts | null;
}

/** The phase and the words that say it; none where the date or the absence of other words decides. */
export interface PhaseRead {
  phase: Phase;
  marks: Marked[];
}

type PhaseRole = 'anniversary' | 'aftermath' | 'followUp' | 'update';

/** 8年后主动上报, 30年前的今天: years lie between. Not 3年后投产, which would name no happening. */
const YEARS_APART = /(?:\d{1,3}|[一二两三四五六七八九十几多数]{1,4}|多|百)(?:余|多)?年(?:后|前|来|祭|过去)/;
/** Courts, findings and punishments in the opening: nobody is being rescued any more. */
const SETTLED =
  /公诉机关|提起公诉|开庭审理|公开(?:开庭)?审理|公开宣判|当庭宣判|一审(?:判决|宣判|公开)|二审(?:判决|宣判|公开|裁定)|被告人|被告席|受审|法院(?:认为|认定|判决)|核准|执行死刑|国务院(?:已)?批复|调查报告(?:公布|认定|显示|指出|近日)|党纪[、和]?政纪|引咎辞职|列入失信|判处|(?:免去|撤销)[^，。]{0,12}职务/;
/** 30年前的今天, 去年的今天: how a look back begins. */
const LOOKS_BACK =
  /^[^。，,]{0,12}?(?:(?:\d{1,3}|[一二两三四五六七八九十几多数]{1,4})(?:多|余)?年前|[去前]年的今天|[去前]年此时)/;
const YEAR = /((?:18|19|20)\d\d)年/g;
/** A day told without its year is of these weeks: 3月1日, 昨日, 今天. */
const FRESH_DATE = /(?:^|[^年\d])\d{1,2}月\d{1,2}日|(?:^|[^月\d])\d{1,2}日|今[天日晨早晚]|昨[天日晚夜晨]|目前|截至/;
const YEARS_BACK = 2;

function byAge({ occurred, published }: PhaseQuestion): Phase | null {
  if (!occurred || !published) return null;
  const age = daysBetween(occurred, published);
  if (age >= ANNIVERSARY_DAYS) return 'anniversary';
  return age >= AFTERMATH_DAYS ? 'aftermath' : null;
}

/** 嫌犯落网, 立案: of the same day or of a later one. */
function mayFollowUp({ titleStatesCasualties, occurred, published }: PhaseQuestion): boolean {
  if (titleStatesCasualties) return false;
  return !occurred || !published || daysBetween(occurred, published) > FRESH_DAYS;
}

function said(phase: Phase, text: MarkedText, role: PhaseRole, to = text.plain.length): PhaseRead | null {
  const marks = markedAll(text, marksOf(text, role, 0, to));
  return marks.length > 0 ? { phase, marks } : null;
}

function phrased(phase: Phase, text: MarkedText, pattern: RegExp, to = text.plain.length): PhaseRead | null {
  const match = pattern.exec(text.plain.slice(0, to));
  if (!match) return null;
  return { phase, marks: [markedAt(text, { start: match.index, end: match.index + match[0].length })] };
}

/** Every year that a field names lies long before the publication, and no day of these weeks is told beside it. */
function longPast(field: MarkedText, to: number, published: DayParts | null): PhaseRead | null {
  if (!published) return null;
  const plain = field.plain.slice(0, to);
  if (!plain.includes('年')) return null;
  const years = [...plain.matchAll(YEAR)];
  const past = years.every((match) => Number(match[1]) <= published.year - YEARS_BACK);
  if (years.length === 0 || !past || FRESH_DATE.test(plain)) return null;
  const spans = years.map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return { phase: 'anniversary', marks: markedAll(field, spans) };
}

/** Where in the life of a happening the article stands; the title's word outranks the opening's. */
export function phaseOf(question: PhaseQuestion): PhaseRead {
  const { title, text, published } = question;
  const later =
    said('anniversary', title, 'anniversary') ??
    said('aftermath', title, 'aftermath') ??
    phrased('aftermath', title, YEARS_APART) ??
    (mayFollowUp(question) ? said('aftermath', title, 'followUp') : null) ??
    phrased('anniversary', text, LOOKS_BACK, LEAD) ??
    phrased('aftermath', text, SETTLED, LEAD);
  if (later) return later;
  const aged = byAge(question);
  if (aged) return { phase: aged, marks: [] };
  const past = longPast(title, title.plain.length, published) ?? longPast(text, LEAD, published);
  if (past) return past;
  return said('update', title, 'update') ?? said('update', text, 'update', LEAD) ?? { phase: 'breaking', marks: [] };
}
