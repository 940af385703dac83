import type { Precision } from '../reading/assessment.js';
import { type ClockStart, clockStart, DAY, HOUR, type Instants, occurrenceCounts } from './deadlines.js';
import type { StartBasis, StartRule, Tier } from './policy.js';

/** A fact that came to light after a case was opened, and where it stands. */
export interface StartFact {
  basis: 'occurred' | 'first_published';
  at: Date;
  /** Null for a publication. */
  precision: Precision | null;
  /** Null: a person of the office says so. */
  tier: Tier | null;
  articleId: string | null;
}

/** What a case's start rests on now. */
export interface HeldStart {
  startAt: Date;
  /** The bases in the policy's order, for the duties of this case. */
  order: StartBasis[];
  instants: Instants;
  /** A person has stated the occurrence or the publication: the machine moves nothing any more. */
  byPerson: boolean;
}

export interface Reconsidered {
  /** The facts as they are to be kept; the same where nothing is believed. */
  instants: Instants;
  /** The earlier start; null when the start stands. */
  start: ClockStart | null;
  /** What moved the start. */
  moved: StartFact | null;
  /** Earlier than the start, but for a person to decide. */
  proposed: StartFact[];
}

/**
 * What facts found later mean for the start of a case. The machine moves it only to an earlier instant, and only by
 * - an occurrence of minute or hour precision, stated by a core source or a person of the office, not later than the first publication
 *   and within `occurredWithinHours` before it (design: clock start), or
 * - a first publication dated by a core source, or of a report that a person joined to the case (as with merged cases, the earlier start
 *   is kept), not longer than `maxAgeHours` before the system saw the matter: what is older would have opened nothing by itself.
 * A feed of another tier may date its items as it likes (reprints with the original's date, pages edited later, clocks set wrong), and
 * one false date would make a running duty overdue for good: its word is proposed. So is all that is found after a person has
 * stated such a fact: people are not overruled.
 * A statement of the day alone never moves it; a day that was over before the start is proposed, for a person to find out the hour. Of
 * the day of the start itself nothing is proposed: nearly every report names it, and it need not be earlier.
 */
export function reconsiderStart(held: HeldStart, found: StartFact[], rule: StartRule): Reconsidered {
  const trusted = held.byPerson
    ? []
    : found.filter((one) => one.tier === null || rule.occurredFromTiers.includes(one.tier));
  const published = earliest(trusted.filter((one) => mayBeFirst(one, held, rule)));
  const firstPublishedAt = published?.at ?? held.instants.firstPublishedAt;
  const known = { ...held.instants, firstPublishedAt };
  const occurred = earliest(trusted.filter((one) => one.basis === 'occurred' && counts(one, known, rule)));
  const isEarlier =
    occurred !== null && (!occurrenceCounts(known, rule) || occurred.at < (known.occurredAt ?? occurred.at));
  const told = { occurredAt: occurred?.at ?? null, occurredPrecision: occurred?.precision ?? null };
  const instants = isEarlier ? { ...known, ...told, occurredFrom: occurred.tier } : known;
  const start = clockStart(held.order, instants, rule);
  const moves = start.startAt < held.startAt;
  const startAt = moves ? start.startAt : held.startAt;
  return {
    instants,
    start: moves ? start : null,
    moved: moves ? (start.basis === 'occurred' && isEarlier ? occurred : published) : null,
    proposed: found.filter(
      (one) => latestOf(one) < startAt && held.order.includes(one.basis) && isPlausible(one, instants, rule),
    ),
  };
}

function mayBeFirst({ basis, at }: StartFact, { instants }: HeldStart, { maxAgeHours }: StartRule): boolean {
  if (basis !== 'first_published') return false;
  const { firstPublishedAt, detectedAt } = instants;
  if (firstPublishedAt !== null && at >= firstPublishedAt) return false;
  return at <= detectedAt && detectedAt.getTime() - at.getTime() <= maxAgeHours * HOUR;
}

function counts({ at, precision, tier }: StartFact, instants: Instants, rule: StartRule): boolean {
  return occurrenceCounts({ ...instants, occurredAt: at, occurredPrecision: precision, occurredFrom: tier }, rule);
}

/** The last instant that the words leave open. */
function latestOf({ at, precision }: StartFact): Date {
  return precision === 'day' ? new Date(at.getTime() + DAY - 1) : at;
}

/** A person could make it the start: the tier of its source is theirs to judge, and of a day its hour; the rest is not. */
function isPlausible(one: StartFact, instants: Instants, rule: StartRule): boolean {
  if (one.basis === 'occurred') {
    return counts({ ...one, at: latestOf(one), precision: one.precision && 'minute', tier: null }, instants, rule);
  }
  return instants.detectedAt.getTime() - one.at.getTime() <= rule.occurredWithinHours * HOUR;
}

function earliest(facts: StartFact[]): StartFact | null {
  return facts.reduce<StartFact | null>((held, one) => (held === null || one.at < held.at ? one : held), null);
}
