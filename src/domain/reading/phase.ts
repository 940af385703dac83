import { type DayParts, daysBetween } from '../dates/day-parts.js';
import { LEAD } from './event-kind.js';
import { type MarkedText, hasMark } from '../text/marked-text.js';

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

function byAge({ occurred, published }: PhaseQuestion): Phase | null {
  if (!occurred || !published) return null;
  const age = daysBetween(occurred, published);
  if (age >= ANNIVERSARY_DAYS) return 'anniversary';
  return age >= AFTERMATH_DAYS ? 'aftermath' : null;
}

/** 嫌犯落网, 立案: of the same day or of a later one. */
function followsUp(question: PhaseQuestion): boolean {
  const { title, titleStatesCasualties, occurred, published } = question;
  if (titleStatesCasualties || !hasMark(title, 'followUp')) return false;
  return !occurred || !published || daysBetween(occurred, published) > FRESH_DAYS;
}

/** Where in the life of a happening the article stands; the title's word outranks the opening's. */
export function phaseOf(question: PhaseQuestion): Phase {
  const { title, text } = question;
  if (hasMark(title, 'anniversary')) return 'anniversary';
  if (hasMark(title, 'aftermath') || followsUp(question)) return 'aftermath';
  const aged = byAge(question);
  if (aged) return aged;
  if (hasMark(title, 'update') || hasMark(text, 'update', 0, LEAD)) return 'update';
  return 'breaking';
}
