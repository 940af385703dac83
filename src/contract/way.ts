import { z } from 'zod';
import type { FarChannel } from '../domain/channels.js';
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

/** What the receiver answered to the test, in its own words. */
export const testedWay = way.extend({ answer: z.string() });
export type TestedWay = z.infer<typeof testedWay>;

const url = z.url({ protocol: /^https?$/, error: '形如 https://… · an address like https://…' }).max(2_000);
const wanted = <Name extends FarChannel, Form extends z.ZodType<string>>(name: Name, address: Form) =>
  z.object({ channel: z.literal(name), address, rank: rank.default(1) });

/** Each channel with the form its address has: a robot's secret and whom it mentions stand behind `#`. A new channel is added here. */
export const newWay = z.discriminatedUnion('channel', [
  wanted('email', z.email('请填写电子邮箱 · an e-mail address')),
  wanted('webhook', url),
  wanted('wecom', url),
  wanted('dingtalk', url),
  wanted('feishu', url),
  wanted('sms', z.string().regex(/^\+?\d{5,15}$/, '请填写手机号,只写数字 · a telephone number, digits only')),
]);
export type NewWay = z.infer<typeof newWay>;

/** What is left out stays. An address is never edited: state the right one and disable the other. */
export const changeWay = z.object({ rank: rank.optional(), disabled: z.boolean().optional() });
export type ChangeWay = z.infer<typeof changeWay>;

/** The words of the test message that only its receiver knows. */
export const proveWay = z.object({ proof: z.string().trim().min(1).max(200) });
export type ProveWay = z.infer<typeof proveWay>;
