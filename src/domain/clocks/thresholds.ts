import { MINUTE } from './deadlines.js';
import type { ClockRule, Hearer, ThresholdRule } from './policy.js';

export interface Threshold {
  key: string;
  /** The true instant at which it is crossed; may lie in the past when the clock is opened. */
  fireAt: Date;
  /** Who hears of it; kept with the row, so that a later change of policy does not touch it. */
  audience: Hearer[];
}

/** What a running clock is, for placing its thresholds. */
export interface ClockSpan {
  startAt: Date;
  dueAt: Date;
  openedAt: Date;
  /** When the level was confirmed by a person or an official source; null while it is the machine's word. */
  confirmedAt: Date | null;
  unconfirmedMinutes: number;
}

/** Ends the key of a row that tells the others what the press office was told before the level was confirmed. */
export const HELD = '_held';

/** Begins the key of a row that tells of a risen level: `raised_I`. It is told even when the duty itself is answered. */
export const RAISED = 'raised_';

/** Begins the key of a row that tells of a story that is possibly of the case and would have opened one by itself; its id follows. */
export const POSSIBLY = 'possibly_';

/** Begins the key of a row that tells of a release of our own that may answer the case; its id follows. */
export const OWN_RELEASE = 'own_release_';

/**
 * All thresholds of one clock, each absolute to the limit or the opening, never to the step before: nothing drifts.
 * While the level is the machine's word, only the press office hears; what the others miss until the confirmation, or
 * until the wait for it ends, they hear then, by a row of its own.
 */
export function thresholdsOf(rule: ClockRule, span: ClockSpan): Threshold[] {
  return rule.thresholds.flatMap((threshold) => {
    const fireAt = momentOf(threshold, span);
    const { key, audience } = threshold;
    const others = audience.filter((one) => one !== 'press_office');
    const waitsUntil = confirmationOf(span);
    if (span.confirmedAt !== null || others.length === 0 || fireAt >= waitsUntil) return [{ key, fireAt, audience }];
    const held: Threshold = { key: `${key}${HELD}`, fireAt: waitsUntil, audience: others };
    return others.length === audience.length ? [held] : [{ key, fireAt, audience: ['press_office'] }, held];
  });
}

/** Whether a row waits for the confirmation: it fires at once when a person confirms. */
export function waitsForConfirmation(key: string, rule: ClockRule): boolean {
  return (
    key.endsWith(HELD) || rule.thresholds.some((one) => one.key === key && 'at' in one && one.at === 'confirmation')
  );
}

function momentOf(threshold: ThresholdRule, span: ClockSpan): Date {
  const length = span.dueAt.getTime() - span.startAt.getTime();
  if ('share' in threshold) return new Date(span.startAt.getTime() + threshold.share * length);
  if ('minutesBefore' in threshold) return new Date(span.dueAt.getTime() - threshold.minutesBefore * MINUTE);
  if (threshold.at === 'opening') return span.openedAt;
  return confirmationOf(span);
}

/** When those beyond the press office may be told. */
export function confirmationOf({
  confirmedAt,
  openedAt,
  unconfirmedMinutes,
}: Pick<ClockSpan, 'confirmedAt' | 'openedAt' | 'unconfirmedMinutes'>): Date {
  return confirmedAt ?? new Date(openedAt.getTime() + unconfirmedMinutes * MINUTE);
}
