import { z } from 'zod';
import type { PublisherRules } from '../domain/stories/publishers.js';

/** A list is one string, its words parted by spaces. */
const words = z.string().transform((list) => list.split(/\s+/).filter((one) => one !== ''));
const CLASSES = ['central', 'official_body', 'provincial', 'market', 'portal', 'self_media'] as const;
const weight = z.strictObject({
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  authority: z.string().nullable(),
});

const shape = z.strictObject({
  version: z.string().min(1),
  classes: z.strictObject({
    central: weight,
    official_body: weight,
    provincial: weight,
    market: weight,
    portal: weight,
    self_media: weight,
  }),
  publishers: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/, '只用小写字母、数字和 - · lower-case letters, digits and -'),
        class: z.enum(CLASSES),
        name: z.string().min(2),
        names: words.default([]),
        hosts: words.default([]),
      }),
    )
    .min(1),
  bodies: words,
});

/** `config/publishers.yaml`. An id, a name and a host belong to one publisher only. */
export const publishersFile = shape.superRefine(({ publishers }, context) => {
  const seen = new Map<string, string>();
  publishers.forEach(({ id, name, names, hosts }, index) => {
    for (const one of [`id ${id}`, ...[name, ...names, ...hosts]]) {
      const other = seen.get(one);
      if (other !== undefined) {
        const message = `重复,已属于 ${other} · used twice, belongs to ${other} already: ${one}`;
        context.addIssue({ code: 'custom', path: ['publishers', index], message });
      }
      seen.set(one, id);
    }
  });
}) satisfies z.ZodType<PublisherRules>;
