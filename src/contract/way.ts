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

/** A channel that leaves the house: what people call it, and what its messages hold where the policy says nothing. */
const channelName = z.object({
  ...{ name: z.string(), zh: z.string(), en: z.string() },
  content: z.enum(['full', 'minimal']),
});
export type ChannelName = z.infer<typeof channelName>;
export const channelNames = z.object({ items: z.array(channelName) });
export type ChannelNames = z.infer<typeof channelNames>;
export type OwnWays = z.infer<typeof ownWays>;

export const wayOfPerson = way.extend({ accountId: uuid, name: z.string(), role, bureau: z.string().nullable() });
export type WayOfPerson = z.infer<typeof wayOfPerson>;
export const wayPage = z.object({ items: z.array(wayOfPerson) });

/**
 * What came of the test. `taken`: the provider has it, which the receiver still has to prove; `refused`: for good; `later`: may be
 * tried again. `answer`: the provider's own words, without secrets.
 */
export const testedWay = way.extend({ outcome: z.enum(['taken', 'refused', 'later']), answer: z.string() });
export type TestedWay = z.infer<typeof testedWay>;

/** Which channels there are, and the form of their addresses: `channels` of GET /me/ways. A robot's secret and whom it mentions stand behind `#`. */
export const newWay = z.object({
  channel: z.string().min(1).max(40),
  address: z.string().trim().min(1, '请填写地址 · state the address').max(2_000),
  rank: rank.default(1),
});
export type NewWay = z.infer<typeof newWay>;

/** What is left out stays. An address is never edited: state the right one and disable the other. */
export const changeWay = z.object({ rank: rank.optional(), disabled: z.boolean().optional() });
export type ChangeWay = z.infer<typeof changeWay>;

/** The words of the test message that only its receiver knows. */
export const proveWay = z.object({ proof: z.string().trim().min(1).max(200) });
export type ProveWay = z.infer<typeof proveWay>;
