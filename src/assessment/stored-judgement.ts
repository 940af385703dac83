import { z } from 'zod';
import type { Judgement } from '../domain/explanation/explanation.js';

const text = z.string().nullable().catch(null);
const texts = z.array(z.string()).catch([]);
const flag = z.boolean().catch(false);
const marked = z
  .array(z.looseObject({ field: z.enum(['title', 'text']), start: z.number(), span: z.string() }))
  .catch([]);
const why = z.object({ kind: marked, trap: marked, phase: marked, scope: marked, official: marked });
const NOTHING = { kind: [], trap: [], phase: [], scope: [], official: [] };
const met = z.array(z.looseObject({ rule: z.string(), words: z.array(z.string()) })).catch([]);
const circumstances = z.object({ quantities: z.record(z.string(), z.unknown()), said: marked });
const NO_CIRCUMSTANCES = { quantities: {}, said: [] };
const scored = z.array(z.object({ code: z.string(), score: z.number(), words: z.array(z.string()) })).catch([]);

const routeWhy = z.looseObject({
  ...{ scope: met, evidence: z.number(), cross: met, scores: scored, focus: met },
  documents: z.array(z.looseObject({ id: z.string(), words: texts })).catch([]),
  vote: z.unknown().default(null),
});
const NO_ROUTE = { scope: [], evidence: 0, cross: [], scores: [], focus: [], documents: [], vote: null };

/** A judgement as any version of the code may have stored it: parts it did not know are empty. */
const stored = z.looseObject({
  version: text,
  reading: z.looseObject({
    ...{
      isIncident: z.boolean(),
      facts: z.record(z.string(), z.unknown()).catch({}),
      occurredAt: z.unknown().default(null),
    },
    ...{ eventKind: text, trap: text, phase: text, level: text, basis: text, ruleId: text, places: texts },
    ...{ scope: z.string().catch('domestic'), verified: flag, provisional: flag, alert: flag },
    ...{ grades: z.array(z.unknown()).catch([]), why: why.catch(NOTHING) },
    circumstances: circumstances.catch(NO_CIRCUMSTANCES),
  }),
  route: z.looseObject({
    ...{ inScope: flag, lead: text, co: texts, focus: texts },
    disposition: z.looseObject({ answer: z.string(), rule: z.string(), words: texts }).nullable().catch(null),
    why: routeWhy.catch(NO_ROUTE),
  }),
  missed: z.number().nullable().catch(null),
});

/** A stored judgement ready to be explained; null where there is none that can be read. */
export function storedJudgement(judgement: unknown): Judgement | null {
  const { data } = stored.safeParse(judgement);
  // What the parts may hold has been the same in all versions that were ever in use.
  return data ? (data as unknown as Judgement) : null;
}
