import { z } from 'zod';
import { PRIORITIES } from '../domain/priority.js';
import { TARGET_NAMES } from '../domain/clocks/internal-target.js';
import { clockState } from './clock.js';
import { instant } from './instant.js';

export const priority = z.enum(PRIORITIES);

/** 重点事项: what the case is a priority for; an empty list: none. */
export const prioritise = z.object({
  priority: z.array(priority).max(PRIORITIES.length),
  reason: z.string().trim().min(2, '请写明理由 · state a reason').max(2000),
  version: z.number().int().optional(),
});

/** One of the office's own times for its steps (内部目标), apart from the limits by law. */
export const internalTarget = z.object({
  name: z.enum(TARGET_NAMES),
  startAt: instant,
  dueAt: instant,
  metAt: instant.nullable(),
  state: clockState,
  citation: z.string(),
});
export type InternalTargetView = z.infer<typeof internalTarget>;
