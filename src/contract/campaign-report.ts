import { z } from 'zod';
import { instant, uuid } from './instant.js';

export const campaignNumbers = z.object({
  articles: z.number().int(),
  stories: z.number().int(),
  /** Cases that have come to it. */
  incidents: z.array(z.object({ id: uuid, number: z.string() })),
  met: z.number().int(),
  missed: z.number().int(),
  /** Hours of the day in Beijing, 0 to 23, the busiest first. */
  busiest: z.array(z.object({ hour: z.number().int(), articles: z.number().int() })),
});
export type CampaignNumbers = z.infer<typeof campaignNumbers>;

/** 日报 or 小结, as it was made and sent. */
export const campaignPaper = z.object({
  id: uuid,
  kind: z.enum(['digest', 'summary']),
  /** The day in Beijing, `YYYY-MM-DD`. */
  day: z.string(),
  from: instant,
  to: instant,
  madeAt: instant,
  numbers: campaignNumbers,
  /** SHA-256 of the numbers as they are kept, hex. */
  sha256: z.string(),
});
export type CampaignPaper = z.infer<typeof campaignPaper>;

/** `numbers`: from the beginning until now, or the end. */
export const campaignReport = z.object({ numbers: campaignNumbers, papers: z.array(campaignPaper) });
export type CampaignReport = z.infer<typeof campaignReport>;
