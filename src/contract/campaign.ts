import { z } from 'zod';
import { instant, statedInstant, uuid } from './instant.js';
import { cursor } from './cursor.js';

const word = z.string().trim().min(2, '关注词至少两个字 · at least two characters').max(40);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写作 18:00 · a time as 18:00');

const stated = {
  name: z.string().trim().min(2, '请填写名称 · name it').max(60),
  startsAt: statedInstant,
  endsAt: statedInstant,
  words: z.array(word).max(100).default([]),
  /** Sources that are visited only during the window. */
  sources: z.array(z.string().max(64)).max(100).default([]),
  /** 低线: what touches it is put before people though nothing else would. Levels and limits stay as they are. */
  lowered: z.boolean().default(true),
  /** Account ids of those who stand beside the desk during the window, and get its digests. */
  roster: z.array(uuid).max(50).default([]),
  /** `HH:MM` in Beijing. */
  digestTime: clockTime.default('18:00'),
};
export const planCampaign = z.object(stated);
export type PlanCampaign = z.infer<typeof planCampaign>;

/** All of it as it is to be; `version` is the one that was seen. */
export const changeCampaign = planCampaign.extend({
  version: z.number().int(),
  reason: z.string().trim().min(2, '请写明理由 · state a reason').max(500),
});
export type ChangeCampaign = z.infer<typeof changeCampaign>;

export const campaignPhase = z.enum(['ahead', 'running', 'over', 'called_off']);

export const campaign = z.object({
  id: uuid,
  version: z.number().int(),
  name: z.string(),
  startsAt: instant,
  endsAt: instant,
  phase: campaignPhase,
  words: z.array(z.string()),
  sources: z.array(z.object({ id: z.string(), name: z.string() })),
  lowered: z.boolean(),
  roster: z.array(z.object({ accountId: uuid, name: z.string() })),
  digestTime: z.string(),
  /** Who planned it, and who changed it why; the newest first. */
  versions: z.array(
    z.object({ version: z.number().int(), by: z.string(), at: instant, reason: z.string().nullable() }),
  ),
  /** Who called it off before it began, and why. */
  calledOff: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
});
export type CampaignView = z.infer<typeof campaign>;

/** A campaign by name, on what it has touched. */
export const campaignMark = z.object({ id: uuid, name: z.string() });
export type CampaignMark = z.infer<typeof campaignMark>;

/** 撤销: one that has not begun. */
export const callOffCampaign = z.object({ reason: z.string().trim().min(2, '请写明理由 · state a reason').max(500) });
export type CallOffCampaign = z.infer<typeof callOffCampaign>;

/** GET /campaigns. `q`: words of the name; `next` of a page is the `cursor` of the following one. */
export const campaignQuery = z.object({
  phase: campaignPhase.optional(),
  q: z.string().trim().max(100).optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CampaignQuery = z.infer<typeof campaignQuery>;

export const campaignPage = z.object({
  items: z.array(campaign),
  next: z.string().nullable(),
  /** How many there are in each phase under the words asked for. */
  counts: z.record(campaignPhase, z.number().int()),
});
export type CampaignPage = z.infer<typeof campaignPage>;

/** Who may stand on a roster, and which sources may be added. */
export const campaignOptions = z.object({
  people: z.array(z.object({ accountId: uuid, name: z.string() })),
  sources: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type CampaignOptions = z.infer<typeof campaignOptions>;
