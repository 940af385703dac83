import { z } from 'zod';
import { instant } from '../instant.js';

/** 新闻发布会清单: what a conference needs, each with the time by which it should be done (the office's advice, no limit). */
export const checklist = z.object({
  /** The limit by law. */
  dueAt: instant,
  source: z.string(),
  items: z.array(
    z.object({
      ...{ id: z.string(), zh: z.string(), en: z.string() },
      adviseBy: instant,
      /** Account id of whoever ticked it, and when; null: not done. */
      done: z.object({ by: z.string(), at: instant }).nullable(),
    }),
  ),
});
export type Checklist = z.infer<typeof checklist>;

/** Ticks one thing, or takes its tick back. */
export const checkItem = z.object({ item: z.string().min(1).max(40), done: z.boolean() });
export type CheckItem = z.infer<typeof checkItem>;
