import { z } from 'zod';
import { instant, uuid } from './instant.js';
import { basis, level } from './level.js';

/** national: level I/II outside the office's field, no clock; triage: too old or doubtful to start a clock by itself. */
export const lane = z.enum(['national', 'triage']);

export const storyLine = z.object({
  id: uuid,
  lane: lane.nullable(),
  title: z.string(),
  level: level.nullable(),
  basis: basis.nullable(),
  lead: z.string().nullable(),
  firstPublishedAt: instant.nullable(),
  detectedAt: instant,
  articleCount: z.number().int(),
});
export type StoryLine = z.infer<typeof storyLine>;

export const storyPage = z.object({ items: z.array(storyLine) });
/** "This concerns us": opens an incident from a story outside the lane of clocks, keeping the original start. */
export const concernsUs = z.object({ reason: z.string().trim().min(2).max(2000) });
