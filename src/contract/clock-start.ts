import { z } from 'zod';
import { SECOND_PERSON_KINDS } from '../domain/second-person.js';
import { instant, statedInstant, uuid } from './instant.js';

/** A fact a clock's start may rest on, found in a report the machine does not believe by itself: a person decides. */
export const startProposal = z.object({
  basis: z.enum(['occurred', 'first_published']),
  at: instant,
  /** A day is no start: whoever accepts it states the hour. Null for a publication. */
  precision: z.enum(['minute', 'hour', 'day']).nullable(),
  /** The report that says so. */
  articleId: uuid.nullable(),
  articleTitle: z.string().nullable(),
  sourceName: z.string().nullable(),
});
export type StartProposal = z.infer<typeof startProposal>;

/** What needs two persons: a later start, 排除, 降级, 免除一项时限, 补录. */
export const secondPersonKind = z.enum(SECOND_PERSON_KINDS);

const reason = z.string().trim().min(2, '请写明理由 · state a reason').max(2000);

/**
 * Corrects a fact that a clock's start rests on: when it happened, or when it was first published. The start follows from the facts by the
 * policy's order, and the limit from the start. `at` null: what was held is no statement of this happening.
 */
export const correctStart = z.object({
  version: z.number().int().optional(),
  fact: z.enum(['occurred', 'first_published']).optional(),
  at: statedInstant.nullable().optional(),
  /** Of an occurrence: how exactly the evidence states it. A day never anchors a clock. */
  precision: z.enum(['minute', 'hour']).default('minute'),
  /** The report that is the evidence; other evidence is named in the reason. */
  articleId: uuid.optional(),
  reason,
  /** Never to be set: an attempt is refused and entered in the journal. */
  dueAt: z
    .unknown()
    .optional()
    .meta({ description: '不可修改,提交即拒并记入审计链 · never edited: refused, and journalled' }),
});
export type CorrectStart = z.infer<typeof correctStart>;

/** What waits for a second person. */
export const secondPersonRequest = z.object({
  id: uuid,
  kind: secondPersonKind,
  /** What is to be done, as it will be carried out, and the case as whoever asked saw it. */
  payload: z.record(z.string(), z.unknown()),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: instant,
});
export type SecondPersonRequest = z.infer<typeof secondPersonRequest>;

/** The other person agrees or refuses; whoever asked may only withdraw (`agree: false`). */
export const decideRequest = z.object({
  request: uuid,
  agree: z.boolean(),
  reason: z.string().trim().max(2000).optional(),
});
export type DecideRequest = z.infer<typeof decideRequest>;

/** Asks leadership to waive one running duty. */
export const askWaiver = z.object({ version: z.number().int().optional(), reason });
export type AskWaiver = z.infer<typeof askWaiver>;
