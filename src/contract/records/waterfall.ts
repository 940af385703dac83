import { z } from 'zod';
import { MILESTONES } from '../../domain/waterfall/waterfall.js';
import { clockKind } from '../clock.js';
import { instant } from '../instant.js';

/** 用时分布 · where the minutes went, with the limits by law as marks. */
export const waterfall = z.object({
  stretches: z.array(
    z.object({
      /** The milestone that ends it. */
      until: z.enum(MILESTONES),
      use: z.enum(['outside', 'waiting', 'working']),
      holder: z.enum(['nobody', 'system', 'press_office', 'lead', 'reviewer', 'signer']),
      from: instant,
      /** Null: not reached yet. */
      to: instant.nullable(),
      /** Account id or `system:<room>`. */
      by: z.string().nullable(),
    }),
  ),
  /** When the clocks began. */
  startAt: instant,
  limits: z.array(z.object({ kind: clockKind, dueAt: instant })),
});
export type WaterfallView = z.infer<typeof waterfall>;
