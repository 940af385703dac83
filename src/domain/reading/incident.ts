import type { Mention } from './mention.js';
import type { CasualtyRole } from '../text/compiled-lexicon.js';
import { type DayParts, daysBetween } from '../dates/day-parts.js';
import { type EventKind, LEAD } from './event-kind.js';
import type { Facts } from './facts.js';
import type { Figure } from './figure.js';
import { type MarkedText, hasMark } from '../text/marked-text.js';

/** What speaks for a happening of the article's own. */
export interface Evidence {
  title: MarkedText;
  text: MarkedText;
  kind: EventKind | null;
  facts: Facts;
  titleMentions: readonly Mention[];
  occurred: DayParts | null;
  published: DayParts | null;
  /** 重大人员伤亡 is said as a fact. */
  grave: boolean;
}

const CASUALTY_ROLES: readonly CasualtyRole[] = ['death', 'missing', 'injury', 'serious', 'light', 'both', 'poisoned'];
const HURT_ROLES = ['death', 'injury', 'serious', 'light'] as const;
/** News of a happening comes within these days of it. */
const FRESH_DAYS = 7;
const INITIAL_DAYS = 2;

function harmFigures({ deaths, missing, injuries, seriousInjuries, poisoned }: Facts): Figure[] {
  return [deaths, missing, injuries, seriousInjuries, poisoned].filter((figure) => figure !== null);
}

/** 遇难 and 罹难 are said of a disaster's victims alone, so a number of them needs no word for what happened. */
const VICTIMS = /[\d一二两三四五六七八九十百千万余多]{1,6}(?:人|名[^，,。\s]{0,6})(?:全部|均|不幸|已)?(?:遇难|罹难)/;

function titleStatesCasualties({ kind, title, titleMentions }: Evidence): boolean {
  if (!kind?.inTitle && !VICTIMS.test(title.plain)) return false;
  return titleMentions.some(
    (one) => (one.none || (one.count !== null && one.value > 0)) && CASUALTY_ROLES.includes(one.role),
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

/** Someone is said to be dead or hurt, with or without a number. */
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

/** 初判 by magnitude is for fresh news of a Chinese place that was hit: the title gives it, or the opening dates the shock. */
export function givesMagnitudeAfresh({ title, text, facts, occurred, published }: Evidence): boolean {
  const { magnitude } = facts;
  if (!hasMark(title, 'division') && !hasMark(text, 'division', 0, LEAD)) return false;
  if (!magnitude || magnitude.field === 'title') return magnitude !== null;
  if (!occurred || !published) return false;
  const age = daysBetween(occurred, published);
  return magnitude.start < LEAD && age >= 0 && age <= INITIAL_DAYS;
}
