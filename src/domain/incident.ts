import { type DayParts, daysBetween } from './day-parts.js';
import { type EventKind, LEAD } from './event-kind.js';
import type { Facts } from './facts.js';
import type { Figure } from './figure.js';
import { type MarkedText, hasMark } from './marked-text.js';

/** What speaks for a happening of the article's own. */
export interface Evidence {
  title: MarkedText;
  text: MarkedText;
  kind: EventKind | null;
  facts: Facts;
  occurred: DayParts | null;
  published: DayParts | null;
  /** 重大人员伤亡 is said as a fact. */
  grave: boolean;
}

const CASUALTY_ROLES = ['death', 'missing', 'injury', 'serious', 'light', 'both', 'poisoned'] as const;
const HURT_ROLES = ['injury', 'serious', 'light'] as const;
/** A number and its casualty word stand this near in a title. */
const NEAR = 8;
/** News of a happening comes within these days of it. */
const FRESH_DAYS = 7;

function harmFigures({ deaths, missing, injuries, seriousInjuries, poisoned }: Facts): Figure[] {
  return [deaths, missing, injuries, seriousInjuries, poisoned].filter((figure) => figure !== null);
}

function titleStatesCasualties({ title, kind, facts }: Evidence): boolean {
  if (!kind?.inTitle) return false;
  if (harmFigures(facts).some((figure) => figure.field === 'title' && figure.value > 0)) return true;
  return title.numerals.some(({ start, end }) =>
    CASUALTY_ROLES.some((role) => hasMark(title, role, start, end + NEAR)),
  );
}

function leadStatesCasualties({ kind, facts, occurred, published }: Evidence): boolean {
  if (!kind?.inTitle || !occurred || !published) return false;
  const age = daysBetween(occurred, published);
  const stated = harmFigures(facts).some(
    (figure) => figure.field === 'text' && figure.value > 0 && figure.start < LEAD,
  );
  return stated && age >= 0 && age <= FRESH_DAYS;
}

/** Where casualties of a happening named in the title are stated: the stronger, the more trap words they outweigh. */
export function casualtiesStatedIn(evidence: Evidence): 'title' | 'lead' | null {
  if (titleStatesCasualties(evidence)) return 'title';
  return leadStatesCasualties(evidence) ? 'lead' : null;
}

/** Someone is said to be hurt, with or without a number. */
export function saysHurt(title: MarkedText, text: MarkedText): boolean {
  return HURT_ROLES.some((role) => hasMark(title, role) || hasMark(text, role, 0, LEAD));
}

/** Whether, traps aside, the article tells of a happening: its kind stands in the title, or harm and kind in the opening. */
export function tellsOfHappening({ kind, facts, grave }: Evidence): boolean {
  if (!kind) return false;
  if (kind.inTitle || (grave && kind.inLead)) return true;
  const { deaths, missing, injuries, poisoned, magnitude } = facts;
  const harm = deaths ?? missing ?? injuries ?? poisoned ?? magnitude;
  return harm !== null && (kind.inLead || kind.hinted || harm.field === 'title');
}
