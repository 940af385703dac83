import { z } from 'zod';
import type { Lexicon } from '../domain/text/lexicon.js';

const word = z.string().min(1);
/** A list is one string, its words parted by spaces. */
const words = z.string().transform((list) => list.split(/\s+/).filter((one) => one !== ''));
const some = words.refine((list) => list.length > 0, '至少一词 · at least one word');

const kind = z.strictObject({ kind: word, category: word, tables: words, words: some, weak: words });

const officeKind = z.strictObject({
  kind: word,
  category: word,
  tables: some,
  words,
  subjects: some,
  happenings: some,
  not: words,
});

const trap = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/, '只用小写字母和 _ · lower-case letters and _'),
  hard: words,
  soft: words,
  lead: words,
  yieldsToLead: z.boolean().default(false),
});

const casualty = z.strictObject({
  death: some,
  deathBare: some,
  missing: some,
  serious: some,
  light: some,
  injury: some,
  injuryBare: some,
  treated: some,
  poisoned: some,
  transitive: words,
  evacuated: some,
  saved: some,
  involved: some,
  both: some,
});

const places = z.strictObject({
  ambiguousShort: words,
  countries: some,
  cities: some,
  demonyms: some,
  demonymAfter: some,
  foreignCues: some,
  domesticCues: some,
  hkmotw: some,
  notPlaces: words,
  divisions: z.record(word, z.record(word, z.string().min(2))),
});

/** `config/lexicon.yaml`. */
export const lexiconFile = z
  .strictObject({
    version: word,
    kinds: z.array(kind).min(2),
    office: z.strictObject({ kinds: z.array(officeKind), yieldingTraps: words }),
    casualty,
    persons: z.strictObject({ nouns: some, measures: some, notAfter: words, singular: words }),
    context: z.strictObject({
      partOf: some,
      prevention: some,
      hypothetical: some,
      history: some,
      statistic: some,
      risen: some,
      grave: some,
      responders: some,
    }),
    traps: z.array(trap).min(1),
    phases: z.strictObject({ aftermath: some, followUp: some, anniversary: some, update: some }),
    official: z.strictObject({
      grades: z.record(word, z.enum(['I', 'II', 'III', 'IV'])),
      contexts: some,
    }),
    masks: words,
    variants: z.string().regex(/^(?:\S\S(?:\s+|$))*$/u, '每对两字,空格分隔 · pairs of two characters parted by spaces'),
    places,
  })
  .superRefine(({ kinds, office, traps }, context) => {
    for (const [name, ids] of [
      ['kinds', [...kinds, ...office.kinds].map((one) => one.kind)],
      ['traps', traps.map((one) => one.id)],
    ] as const) {
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      if (twice.length > 0)
        context.addIssue({ code: 'custom', path: [name], message: `重复 · used twice: ${twice.join(' ')}` });
    }
  }) satisfies z.ZodType<Lexicon>;
