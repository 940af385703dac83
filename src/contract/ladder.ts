import { z } from 'zod';
import { instant } from './instant.js';

export const rungPost = z.enum(['lead_officer', 'lead_deputy', 'lead_head', 'general_office_head', 'leadership']);

/** ahead: its moment comes; told; skipped: nobody there could be told, the next one was; stopped: somebody took the case first, or it was answered. */
export const rung = z.object({
  post: rungPost,
  state: z.enum(['ahead', 'told', 'skipped', 'stopped']),
  /** When it is, was or would have been reached; null: it never had a moment. */
  fireAt: instant.nullable(),
  /** Why it was passed over. */
  reason: z.enum(['nobody', 'unreachable', 'undelivered']).nullable(),
  /** Account ids, and codes of shared mailboxes. */
  told: z.array(z.string()),
});
export type RungView = z.infer<typeof rung>;

/** 升级阶梯 of a case, from the lowest rung up, on the clock that is due first. */
export const ladder = z.object({
  rungs: z.array(rung),
  /** When the acknowledgement that holds now ends if nothing more is done; null: none holds, or no ladder waits for it. */
  acknowledgedUntil: instant.nullable(),
});
export type LadderView = z.infer<typeof ladder>;
