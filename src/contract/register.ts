import { z } from 'zod';
import { statedInstant } from './instant.js';
import { level } from './level.js';
import { cursor } from './cursor.js';
import { DUTY_STANDINGS } from './duty-standing.js';
import { where } from './stage.js';

/** What the register of cases (事件台账) may be narrowed by. */
export const registerFilter = z.object({
  /** open: stands on the board; over: has left it. */
  status: z.enum(['open', 'over', 'all']).default('open'),
  level: level.optional(),
  /** The bureau that leads. */
  bureau: z.string().max(64).optional(),
  stage: where.optional(),
  duty: z.enum(DUTY_STANDINGS).optional(),
  /** Those that carry this campaign. */
  campaign: z.uuid().optional(),
  /** Words of the title or the case number; each must be found. */
  q: z.string().trim().max(100).optional(),
  /** Opened in [from, to). */
  from: statedInstant.optional(),
  to: statedInstant.optional(),
});
export type RegisterFilter = z.infer<typeof registerFilter>;

/** GET /incidents. `next` of a page is the `cursor` of the following one. */
export const incidentQuery = registerFilter.extend({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type IncidentQuery = z.infer<typeof incidentQuery>;
