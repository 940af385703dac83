import { type DayParts, daysBetween } from '../dates/day-parts.js';
import { LEAD } from './event-kind.js';
import { type Marked, markedAll } from './marked.js';
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

/** Where in the life of a happening the article stands; the title's word outranks the opening's. */
export function phaseOf(question: PhaseQuestion): PhaseRead {
  const { title, text } = question;
  const later =
    said('anniversary', title, 'anniversary') ??
    said('aftermath', title, 'aftermath') ??
    (mayFollowUp(question) ? said('aftermath', title, 'followUp') : null);
  if (later) return later;
  const aged = byAge(question);
  if (aged) return { phase: aged, marks: [] };
  return said('update', title, 'update') ?? said('update', text, 'update', LEAD) ?? { phase: 'breaking', marks: [] };
}
