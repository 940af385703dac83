import { MINUTE } from './deadlines.js';
import type { ClockRule, ThresholdRule } from './policy.js';

export interface Threshold {
  key: string;
  /** The true instant at which it is crossed; may lie in the past when the clock is opened. */
  fireAt: Date;
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

/** All thresholds of one clock, each absolute to the limit or the opening, never to the step before: nothing drifts. */
export function thresholdsOf(rule: ClockRule, span: ClockSpan): Threshold[] {
  return rule.thresholds.map((threshold) => ({ key: threshold.key, fireAt: momentOf(threshold, span) }));
}

function momentOf(threshold: ThresholdRule, span: ClockSpan): Date {
  const length = span.dueAt.getTime() - span.startAt.getTime();
  if ('share' in threshold) return new Date(span.startAt.getTime() + threshold.share * length);
  if ('minutesBefore' in threshold) return new Date(span.dueAt.getTime() - threshold.minutesBefore * MINUTE);
  if (threshold.at === 'opening') return span.openedAt;
  return span.confirmedAt ?? new Date(span.openedAt.getTime() + span.unconfirmedMinutes * MINUTE);
}
