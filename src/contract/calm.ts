import { z } from 'zod';
import { instant, statedInstant } from './instant.js';

/**
 * Why silence means nothing. no_core_source: none is watched. source: a core source was not read in time. judging: an article
 * waits for judging beyond the budget. canary: a report made for the purpose did not come through every stage.
 */
export const blindCause = z.enum(['no_core_source', 'source', 'judging', 'canary']);
export type BlindCause = z.infer<typeof blindCause>;

export const blindness = z.object({
  cause: blindCause,
  /** Of a `source`. */
  sourceId: z.string().nullable(),
  name: z.string().nullable(),
  /** From when on it made us blind: its budget had run out then. */
  since: instant,
  /** Of a `source` the outcome of its latest visit; of the canary the stage it has not passed. */
  detail: z.string().nullable(),
});
export type Blindness = z.infer<typeof blindness>;

/** Whether silence means anything: `seeing` is true only when every core source was read, and every article judged, in time. */
export const calm = z.object({
  seeing: z.boolean(),
  /** The earliest `since` of the causes. */
  blindSince: instant.nullable(),
  /** Oldest first: all of them, on the board the first few. */
  causes: z.array(blindness),
  causeCount: z.number().int(),
  core: z.object({
    /** Core sources in use and not paused. */
    watched: z.number().int(),
    /** Until when all of them have been read; null while one has never been. */
    readUntil: instant.nullable(),
  }),
  /** Core sources that a person has paused: nobody reads them. On the board the first few. */
  paused: z.array(z.object({ sourceId: z.string(), name: z.string(), since: instant })),
  pausedCount: z.number().int(),
  checkedAt: instant,
});
export type Calm = z.infer<typeof calm>;

/** GET /blind-intervals: those that overlap [from, to); without bounds all of them. */
export const blindQuery = z.object({
  from: statedInstant.optional(),
  to: statedInstant.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

export const blindInterval = blindness
  .omit({ detail: true })
  /** Null while it lasts. */
  .extend({ until: instant.nullable() });
export type BlindInterval = z.infer<typeof blindInterval>;

/** Newest first, those that last before the others. */
export const blindPage = z.object({
  items: z.array(blindInterval),
  /** There are older ones beyond the limit. */
  more: z.boolean(),
});
export type BlindPage = z.infer<typeof blindPage>;
