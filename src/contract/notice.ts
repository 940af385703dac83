import { z } from 'zod';
import { cursor } from './cursor.js';
import { instant, uuid } from './instant.js';

const MOST_AT_ONCE = 200;

/** What stands on the person's screen: single notices, or cases with all the notices of them that he has had. */
export const seenNotices = z.object({
  ids: z.array(uuid).max(MOST_AT_ONCE).default([]),
  incidents: z.array(uuid).max(MOST_AT_ONCE).default([]),
});
export type SeenNotices = z.infer<typeof seenNotices>;

/** How many of them are notices of this person's board; the same again when it is said again. */
export const seenCount = z.object({ seen: z.number().int() });

/** What the gateway says of messages it had taken, by the names it gave them (SMS_GATEWAY_REFERENCE). */
export const smsReceipts = z.object({
  items: z
    .array(
      z.object({
        reference: z.string().min(1).max(200),
        status: z.enum(['delivered', 'failed']),
        /** Why it failed, in the gateway's words. */
        detail: z.string().max(1_000).default(''),
      }),
    )
    .min(1)
    .max(500),
});
export type SmsReceipt = z.infer<typeof smsReceipts>['items'][number];

/** Who was to hear. `name` only for whoever may know it; `unit`: a bureau's code, the press office's or LEADERSHIP. */
const receiver = { name: z.string().nullable(), unit: z.string().nullable() };

export const RECEIPT_STATES = ['queued', 'sent', 'delivered', 'seen', 'acknowledged'] as const;

/** 送达情况: one notice of a case, and how far it has come. */
export const noticeLine = z.object({
  id: uuid,
  ...receiver,
  channel: z.string(),
  state: z.enum(['pending', 'held', 'sent', 'delivered', 'seen', 'acknowledged', 'failed', 'closed']),
  /** In the order in which they are reached; the first time of each. */
  receipts: z.array(z.object({ state: z.enum(RECEIPT_STATES), at: instant })),
  attempts: z.number().int(),
  /** What the receiver last said when it did not take the message; null also for whoever may not know the name. */
  lastFailure: z.string().nullable(),
  failures: z.number().int(),
  /** Quiet hours: goes out then. */
  heldUntil: instant.nullable(),
});
export type NoticeLine = z.infer<typeof noticeLine>;

/** A notice that was never made: somebody had no way, or nobody was on duty. */
export const notSent = z.object({
  seq: z.number().int(),
  at: instant,
  ...receiver,
  reason: z.enum(['no_way', 'nobody_on_duty']),
  why: z.string().nullable(),
});
export type NotSent = z.infer<typeof notSent>;

/** GET /incidents/{id}/notices, newest first. `next` of a page is the `cursor` of the following one. */
export const noticeQuery = z.object({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type NoticeQuery = z.infer<typeof noticeQuery>;

/** `notSent`: what was not sent in the time of which the page tells. */
export const noticesOfCase = z.object({
  items: z.array(noticeLine),
  notSent: z.array(notSent),
  next: z.string().nullable(),
});
export type NoticesOfCase = z.infer<typeof noticesOfCase>;
