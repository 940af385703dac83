import { z } from 'zod';
import type { JudgementSummary } from '../contract/archive.js';
import { figure } from '../contract/incident.js';
import { basis, focus, level } from '../contract/level.js';

const storedFigure = figure.omit({ articleId: true }).nullable().catch(null);

/** As much of a stored judgement as is told; older ones may lack parts. */
const stored = z.object({
  reading: z.object({
    isIncident: z.boolean(),
    level: level.nullable().catch(null),
    basis: basis.nullable().catch(null),
    eventKind: z.string().nullable().catch(null),
    places: z.array(z.string()).catch([]),
    trap: z.string().nullable().catch(null),
    facts: z.record(z.string(), storedFigure).catch({}),
  }),
  route: z.object({ focus: z.array(focus), lead: z.string().nullable() }).catch({ focus: [], lead: null }),
});

/** The judgement of an article in short; null where there is none that can be read. */
export function judgementSummary(judgement: unknown): JudgementSummary | null {
  const { data } = stored.safeParse(judgement);
  if (!data) return null;
  const { facts, ...reading } = data.reading;
  return {
    ...reading,
    ...data.route,
    facts: Object.entries(facts).flatMap(([metric, one]) => (one ? [{ metric, ...one }] : [])),
  };
}
