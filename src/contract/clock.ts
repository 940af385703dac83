import { z } from 'zod';
import { instant, uuid } from './instant.js';

export const clockKind = z.enum(['statement_5h', 'press_conference_24h', 'other_48h', 'follow_up']);
export type ClockKind = z.infer<typeof clockKind>;

/** running: not due yet; overdue: due and unanswered; met / late: by evidence; waived: ended by a decision; missed: a cycle of continued release without one. */
export const clockState = z.enum(['running', 'met', 'late', 'overdue', 'waived', 'missed']);
export type ClockState = z.infer<typeof clockState>;

export const clock = z.object({
  id: uuid,
  kind: clockKind,
  /** Which cycle of continued release; 1 for the other duties. */
  cycleNo: z.number().int(),
  startAt: instant,
  dueAt: instant,
  state: clockState,
  /** The publication (or opening of the conference) that answered the duty. */
  metAt: instant.nullable(),
  /** True when the limit had passed before the incident was opened. */
  bornOverdue: z.boolean(),
  citation: z.string(),
  /** What was held before a fact was corrected, a start or the publication that answered, oldest first, with the state each had led to: both verdicts stay. */
  formerly: z.array(
    z.object({
      ...{ startAt: instant, dueAt: instant, metAt: instant.nullable() },
      ...{ verdict: clockState, replacedAt: instant, replacedBy: z.string() },
    }),
  ),
});
export type ClockView = z.infer<typeof clock>;
