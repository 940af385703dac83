import { z } from 'zod';

/** 文稿模板, filled in from the confirmed facts of the case, and what a text has to tell. */
export const papers = z.object({
  version: z.string(),
  templates: z.array(
    z.object({ id: z.string(), zh: z.string(), en: z.string(), source: z.string(), text: z.string() }),
  ),
  elements: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string(), words: z.array(z.string()) })),
});
export type Papers = z.infer<typeof papers>;
