import { z } from 'zod';
import { instant, uuid } from './instant.js';

/** 建议进一步解读: doubt about a document has risen. */
export const documentDoubt = z.object({
  id: uuid,
  documentId: z.string(),
  title: z.string(),
  /** The drafter, who answers. */
  bureau: z.string(),
  proposedAt: instant,
  /** Doubting articles of the window, and how many are usual in one. */
  articles: z.number().int(),
  usual: z.number(),
  /** Those that are kept, the latest first. */
  reports: z.array(
    z.object({ id: uuid, title: z.string(), link: z.string().nullable(), sourceName: z.string(), at: instant }),
  ),
  /** Null while it lasts. */
  endedAt: instant.nullable(),
  answer: z
    .object({
      outcome: z.enum(['interpreted', 'not_needed']),
      link: z.string().nullable(),
      reason: z.string().nullable(),
      by: z.string(),
      at: instant,
    })
    .nullable(),
});
export type DocumentDoubt = z.infer<typeof documentDoubt>;

export const documentDoubtPage = z.object({ items: z.array(documentDoubt) });

/** `all`: those that were answered, too. */
export const documentDoubtQuery = z.object({ status: z.enum(['open', 'all']).default('open') });

/** 解读已发布, with its address, or 不需要, with the reason. */
export const answerDoubt = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('interpreted'), link: z.url({ protocol: /^https?$/ }).max(2000) }),
  z.object({
    outcome: z.literal('not_needed'),
    reason: z.string().trim().min(2, '请写明理由 · state a reason').max(2000),
  }),
]);
export type AnswerDoubt = z.infer<typeof answerDoubt>;
