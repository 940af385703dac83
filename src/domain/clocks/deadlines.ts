import type { Precision } from '../reading/assessment.js';
import type { ClockRule, StartBasis, StartRule, Tier } from './policy.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instants a case knows of, each as stated; UTC. */
export interface Instants {
  occurredAt: Date | null;
  occurredPrecision: Precision | null;
  /** The tier of the source that states the occurrence; null when a person of the office states it. */
  occurredFrom: Tier | null;
  firstPublishedAt: Date | null;
  detectedAt: Date;
}

export interface ClockStart {
  startAt: Date;
  basis: StartBasis;
}

/**
 * Whether the stated occurrence may anchor a clock: minute or hour precision, from a source that counts (or a person),
 * not later than the first publication or detection, and not further back than the policy allows.
 */
export function occurrenceCounts(instants: Instants, rule: StartRule): boolean {
  const { occurredAt, occurredPrecision, occurredFrom, firstPublishedAt, detectedAt } = instants;
  if (occurredAt === null || occurredPrecision === null || occurredPrecision === 'day') return false;
  if (occurredFrom !== null && !rule.occurredFromTiers.includes(occurredFrom)) return false;
  const known = Math.min(firstPublishedAt?.getTime() ?? Infinity, detectedAt.getTime());
  return occurredAt.getTime() <= known && known - occurredAt.getTime() <= rule.occurredWithinHours * HOUR;
}

/** Where the time runs from: the first basis of the policy's order that is known. */
export function clockStart(order: StartBasis[], instants: Instants, rule: StartRule): ClockStart {
  for (const basis of order) {
    if (basis === 'occurred' && instants.occurredAt !== null && occurrenceCounts(instants, rule)) {
      return { startAt: instants.occurredAt, basis };
    }
    if (basis === 'first_published' && instants.firstPublishedAt !== null) {
      return { startAt: earlier(instants.firstPublishedAt, instants.detectedAt), basis };
    }
    if (basis === 'detected') return { startAt: instants.detectedAt, basis };
  }
  return { startAt: instants.detectedAt, basis: 'detected' };
}

/** Old news opens nothing by itself: published longer before detection than the policy's `maxAgeHours`. */
export function isOldNews(firstPublishedAt: Date | null, detectedAt: Date, rule: StartRule): boolean {
  return firstPublishedAt !== null && detectedAt.getTime() - firstPublishedAt.getTime() > rule.maxAgeHours * HOUR;
}

/** The limit, in clock hours after the start; never moved by nights, weekends or holidays. */
export function dueAt(startAt: Date, rule: ClockRule): Date {
  return new Date(startAt.getTime() + rule.hours * HOUR);
}

function earlier(a: Date, b: Date): Date {
  return a <= b ? a : b;
}
