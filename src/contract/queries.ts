import { z } from 'zod';
import { cursor } from './cursor.js';
import { statedInstant } from './instant.js';
import { focus } from './level.js';
import { lane } from './story.js';

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
