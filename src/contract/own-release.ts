import { z } from 'zod';
import { instant, uuid } from './instant.js';

/** What our own site or account has published and may answer the case: a person decides. */
export const ownRelease = z.object({
  id: uuid,
  articleId: uuid,
  title: z.string(),
  link: z.string().nullable(),
  sourceName: z.string(),
  channel: z.enum(['website', 'weibo', 'wechat']),
  /** Its publication; where the page states none to believe (`atStated` false), when it was first fetched. */
  at: instant,
  atStated: z.boolean(),
  fetchedAt: instant,
  /** SHA-256 of the stored answer it came in; null: none is kept. */
  copySha256: z.string().nullable(),
  /** It says that a conference will be held; none has been held by that. */
  announcesConference: z.boolean(),
});
export type OwnRelease = z.infer<typeof ownRelease>;

/** The release is the answer, recorded with its own publication time, or it is not, and is never proposed for this case again. */
export const decideOwnRelease = z
  .object({ release: uuid, agree: z.boolean(), reason: z.string().trim().max(2000).optional() })
  .refine(({ agree, reason }) => agree || (reason ?? '').length >= 2, {
    path: ['reason'],
    message: '请写明理由 · state a reason',
  });
export type DecideOwnRelease = z.infer<typeof decideOwnRelease>;
