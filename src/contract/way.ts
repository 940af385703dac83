import { z } from 'zod';
import { instant, uuid } from './instant.js';
import { role } from './session.js';

const rank = z.number().int().min(1).max(99);

/** A way to reach a person. Proven: he has shown that what is sent there arrives. */
export const way = z.object({
  id: uuid,
  channel: z.string(),
  address: z.string(),
  /** 1 is tried first. */
  rank,
  provenAt: instant.nullable(),
  disabledAt: instant.nullable(),
  testSentAt: instant.nullable(),
  createdAt: instant,
});
export type WayView = z.infer<typeof way>;

/** `channels`: which channels can be stated, and whether the office has set up a sender for each. */
export const ownWays = z.object({
  items: z.array(way),
  channels: z.array(z.object({ channel: z.string(), ready: z.boolean() })),
});
export type OwnWays = z.infer<typeof ownWays>;

export const wayOfPerson = way.extend({ accountId: uuid, name: z.string(), role, bureau: z.string().nullable() });
export type WayOfPerson = z.infer<typeof wayOfPerson>;
export const wayPage = z.object({ items: z.array(wayOfPerson) });

/** Each channel with the form its address has. A new channel is added here. */
export const newWay = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('email'),
    address: z.email('请填写电子邮箱 · an e-mail address'),
    rank: rank.default(1),
  }),
  z.object({
    channel: z.literal('webhook'),
    address: z.url({ protocol: /^https?$/, error: '形如 https://… · an address like https://…' }).max(2_000),
    rank: rank.default(1),
  }),
]);
export type NewWay = z.infer<typeof newWay>;

/** What is left out stays. An address is never edited: state the right one and disable the other. */
export const changeWay = z.object({ rank: rank.optional(), disabled: z.boolean().optional() });
export type ChangeWay = z.infer<typeof changeWay>;

/** The words of the test message that only its receiver knows. */
export const proveWay = z.object({ proof: z.string().trim().min(1).max(200) });
export type ProveWay = z.infer<typeof proveWay>;
