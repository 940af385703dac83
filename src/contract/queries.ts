import { z } from 'zod';
import { statedInstant } from './instant.js';
import { focus, level } from './level.js';
import { lane } from './story.js';

/** `<instant>_<uuid>`, as `next` gives it. */
function isCursor(text: string): boolean {
  const [at, id, ...more] = text.split('_');
  return more.length === 0 && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success;
}

export const cursor = z
  .string()
  .refine(isCursor, '请原样使用上一页的 next · use the `next` of the page before as it is');

/** GET /incidents. `next` of a page is the `cursor` of the following one. */
export const incidentQuery = z.object({
  status: z.enum(['open', 'all']).default('open'),
  level: level.optional(),
  bureau: z.string().optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** GET /stories. `next` of a page is the `cursor` of the following one. */
export const storyQuery = z.object({
  lane: lane.default('national'),
  focus: focus.optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type StoryQuery = z.infer<typeof storyQuery>;

/** GET /journal: rows after this position, oldest first. */
export const journalQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

/** GET /reports/response-times: duties whose limit falls into [from, to); without bounds every one there has been. */
export const periodQuery = z.object({ from: statedInstant.optional(), to: statedInstant.optional() });
