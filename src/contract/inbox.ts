import { z } from 'zod';
import { incident } from './incident.js';
import { statedInstant, uuid } from './instant.js';
import { ok, type Route } from './route.js';

const version = z.number().int().optional();

/** 签收: `holder`, of the same bureau, has it in hand from now on; left out: whoever signs. `publishBy` is kept as a promise. */
export const takeCase = z.object({ version, holder: uuid.optional(), publishBy: statedInstant.optional() });
export type TakeCase = z.infer<typeof takeCase>;

/** 转他人: to a colleague of the same bureau. */
export const handOverCase = z.object({ version, to: uuid, note: z.string().trim().max(2000).default('') });
export type HandOverCase = z.infer<typeof handOverCase>;

/** 退回: once for each bureau, and only before anybody has signed for it. */
export const returnCase = z.object({
  reason: z.string().trim().min(2, '请写明理由 · state a reason').max(2000),
});
export type ReturnCase = z.infer<typeof returnCase>;

/** 待办 · what a bureau does with what it was assigned. */
export const INBOX_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/incidents/:id/take',
    right: 'incident.acknowledge',
    summary: '签收,写明由谁办理、预计何时发布 · Acknowledge, naming who has it in hand and when to publish',
    body: takeCase,
    answer: ok(incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/hand-over',
    right: 'incident.hand_over',
    summary: '转给本司局他人 · Hand over to a colleague of the same bureau',
    body: handOverCase,
    answer: ok(incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/return',
    right: 'incident.return',
    summary: '退回值班台一次,写明理由;时限不停 · Send back to the desk once, with a reason; no clock stops',
    body: returnCase,
    answer: { status: 204 },
  },
];
