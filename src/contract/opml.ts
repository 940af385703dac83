import { z } from 'zod';

/** A list of feeds as other readers export it (OPML 1.0, 1.1 or 2.0), read as text. */
export const importOpml = z.object({ opml: z.string().min(1).max(900_000) });

export const importResult = z.object({
  added: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Already there by their address, or listed twice. */
  known: z.number().int(),
  refused: z.array(z.object({ name: z.string(), url: z.string(), reason: z.string() })),
});
export type ImportResult = z.infer<typeof importResult>;
