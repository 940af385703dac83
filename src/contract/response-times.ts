import { z } from 'zod';
import { WAYS_OUT } from '../domain/lifecycle/way-out.js';
import { clockKind } from './clock.js';
import { instant } from './instant.js';

/** Counts of duties whose limit falls into the period asked for, and of no others. */
export const tally = z.object({
  /** Answered, or past the limit: met + late + openOverdue. */
  due: z.number().int(),
  met: z.number().int(),
  late: z.number().int(),
  /** Past due with no evidence: counted as missed now. */
  openOverdue: z.number().int(),
  /** Not due yet; listed apart, not in `due`. */
  running: z.number().int(),
  /** Ended by a decision (dismissed, downgraded); listed apart, not in `due`. */
  waived: z.number().int(),
  bornOverdue: z.number().int(),
  /** 补录达标, among `met`: published within the limit, recorded after it, vouched for by a second person. */
  recordedLate: z.number().int(),
  /** met / due, null when due is 0. */
  onTimeRate: z.number().nullable(),
  medianMinutes: z.number().nullable(),
  worstMinutes: z.number().nullable(),
});
export type Tally = z.infer<typeof tally>;

const verdict = z.enum(['met', 'late', 'open_overdue', 'running', 'waived']);

export const responseTimes = z.object({
  from: instant,
  to: instant,
  /** The instant as of which "open" and "overdue" were decided. */
  asOf: instant,
  /** Journal position and digest the figures were made from. */
  journal: z.object({ seq: z.number().int(), hash: z.string() }),
  total: z.array(tally.extend({ kind: clockKind })),
  byBureau: z.array(tally.extend({ kind: clockKind, bureau: z.string(), bureauName: z.string() })),
  rows: z.array(
    z.object({
      clockId: z.uuid(),
      incidentId: z.uuid(),
      number: z.string(),
      title: z.string(),
      bureau: z.string(),
      kind: clockKind,
      startAt: instant,
      dueAt: instant,
      metAt: instant.nullable(),
      verdict,
      /** What was held before a fact was corrected, a start or the publication that answered, oldest first; both verdicts stay. */
      formerly: z.array(
        z.object({ startAt: instant, dueAt: instant, metAt: instant.nullable(), replacedAt: instant, verdict }),
      ),
      /** From clock start to the answer, minutes. */
      minutes: z.number().nullable(),
      bornOverdue: z.boolean(),
      reason: z.string().nullable(),
      /** 误报、只监测、移送: by which exit the case left, where that ended the duty. */
      exit: z.enum(WAYS_OUT).nullable(),
      /** 补录达标. */
      recordedLate: z.boolean(),
      /** What was left of the time when it was ended by a decision, minutes; negative when it was over. */
      minutesLeft: z.number().nullable(),
      /** 单人决定: nobody else held the right to agree. */
      singleHanded: z.boolean(),
    }),
  ),
});
export type ResponseTimes = z.infer<typeof responseTimes>;
