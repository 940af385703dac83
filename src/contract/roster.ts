import { z } from 'zod';
import { SEATS } from '../domain/roster/post.js';
import { clockKind } from './clock.js';
import { instant, statedInstant, uuid } from './instant.js';
import { level } from './level.js';

export const seat = z.enum(SEATS);
/** `press_office` (值班台) or the code of a bureau. */
const post = z.string().min(1).max(64);
const reason = z.string().trim().min(2, '请写明理由 · state a reason').max(500);
/** A day in Beijing, `YYYY-MM-DD`. */
const day = z.iso.date();

export const shift = z.object({
  id: uuid,
  post,
  seat,
  accountId: uuid,
  name: z.string(),
  startsAt: instant,
  endsAt: instant,
  /** Ended before its time, by a hand-over or by whoever keeps the roster. */
  relievedAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
});
export type ShiftView = z.infer<typeof shift>;

/** `replaces`: the turn that this one takes the place of; it is cancelled in the same move. */
export const planShift = z.object({
  post,
  seat,
  accountId: uuid,
  startsAt: statedInstant,
  endsAt: statedInstant,
  replaces: z.object({ id: uuid, reason }).optional(),
});
export type PlanShift = z.infer<typeof planShift>;

export const cancelShift = z.object({ reason });
export type CancelShift = z.infer<typeof cancelShift>;

/** `makeup`: 调休上班. `announced`: whether the holidays of its year are known. */
export const rosterDay = z.object({
  date: day,
  kind: z.enum(['workday', 'weekend', 'holiday', 'makeup']),
  name: z.object({ zh: z.string(), en: z.string() }).nullable(),
  announced: z.boolean(),
});
export type RosterDay = z.infer<typeof rosterDay>;

/** Somebody who has the turn now. */
export const onDuty = z.object({ post, seat, accountId: uuid, name: z.string(), until: instant });
export type OnDuty = z.infer<typeof onDuty>;
export const onDutyPage = z.object({ items: z.array(onDuty) });

export const rosterGap = z.object({ post, from: instant, to: instant });

/**
 * A post of the rules that nobody can be reached on as he should be. `nobody`: neither person nor mailbox; `mailbox_only`: no
 * person, but the shared mailbox; `no_way`: persons without any way that leaves the house; `unproven`: with ways that
 * nobody has proven.
 */
export const postFinding = z.object({
  post: z.string(),
  unit: z.string().nullable(),
  state: z.enum(['nobody', 'mailbox_only', 'no_way', 'unproven']),
  people: z.array(z.object({ accountId: uuid, name: z.string() })),
});
export type PostFinding = z.infer<typeof postFinding>;

export const rosterView = z.object({
  days: z.array(rosterDay),
  /** All that touch these days, cancelled ones too. */
  shifts: z.array(shift),
  now: z.array(onDuty),
  /** Stretches of the next seven days that nobody covers. */
  gaps: z.array(rosterGap),
  findings: z.array(postFinding),
  /** When the daily check last ran, whatever it found. */
  checkedAt: instant.nullable(),
  /** Who may take a turn where; empty for whoever may not plan. */
  candidates: z.array(z.object({ accountId: uuid, name: z.string(), post })),
});
export type RosterView = z.infer<typeof rosterView>;

/** `from`: the first day shown; today when left out. */
export const rosterQuery = z.object({
  from: day.optional(),
  days: z.coerce.number().int().min(1).max(31).default(7),
});
export type RosterQuery = z.infer<typeof rosterQuery>;

/** What was open at the moment of a hand-over. */
export const handOverSnapshot = z.object({
  at: instant,
  incidents: z.array(
    z.object({
      id: uuid,
      number: z.string(),
      title: z.string(),
      level: level.nullable(),
      lead: z.string(),
      acknowledged: z.boolean(),
      clocks: z.array(z.object({ kind: clockKind, dueAt: instant, overdue: z.boolean() })),
    }),
  ),
  unacknowledged: z.number().int(),
  /** Stories that wait at the triage desk. */
  triageWaiting: z.number().int(),
});
export type HandOverSnapshot = z.infer<typeof handOverSnapshot>;

export const handOver = z.object({
  id: uuid,
  from: z.object({ accountId: uuid, name: z.string() }),
  to: z.object({ accountId: uuid, name: z.string() }),
  note: z.string(),
  createdAt: instant,
  acceptedAt: instant.nullable(),
  snapshot: handOverSnapshot,
});
export type HandOverView = z.infer<typeof handOver>;
export const handOverPage = z.object({ items: z.array(handOver) });

export const giveHandOver = z.object({
  to: uuid,
  note: z.string().trim().min(1, '请写交接说明 · write a note').max(4_000),
});
export type GiveHandOver = z.infer<typeof giveHandOver>;
