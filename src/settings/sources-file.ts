import { z } from 'zod';
import { expectedSeconds, sourceId, sourceKind } from '../contract/source.js';

/** `config/sources.yaml`. Only an entry of this file may be read from a private or loopback address. */
export const sourcesFile = z.object({
  version: z.union([z.string(), z.number()]).optional(),
  sources: z
    .array(
      z.strictObject({
        id: sourceId,
        name: z.string().min(1),
        url: z.url({ protocol: /^https?$/ }),
        tier: z.enum(['core', 'regular', 'wide']),
        /** own: the office's own site or account. */
        kind: sourceKind.default('public'),
        family: z.string().min(1),
        folder: z.string().trim().min(1).max(200).optional(),
        /** How often something new is expected; as learned where it is left out. */
        expectedSeconds: expectedSeconds.optional(),
        allowPrivateNetwork: z.boolean().default(false),
      }),
    )
    .superRefine((sources, context) => {
      const seen = new Set<string>();
      for (const [index, source] of sources.entries()) {
        if (seen.has(source.id))
          context.addIssue({ code: 'custom', path: [index, 'id'], message: `重复 · used twice: ${source.id}` });
        seen.add(source.id);
      }
    }),
});
export type DeclaredSource = z.infer<typeof sourcesFile>['sources'][number];
