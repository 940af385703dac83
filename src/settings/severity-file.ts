import { z } from 'zod';
import { METRICS, type SeverityRules } from '../domain/reading/reading-rules.js';

const day = z.iso.date();

const criterion = z
  .strictObject({
    metric: z.enum(METRICS),
    gte: z.number().min(0).optional(),
    lt: z.number().positive().optional(),
  })
  .superRefine(({ gte, lt }, context) => {
    if (gte === undefined && lt === undefined) {
      context.addIssue({ code: 'custom', message: '写明 gte 或 lt · give gte, lt or both' });
    } else if (gte !== undefined && lt !== undefined && gte >= lt) {
      context.addIssue({ code: 'custom', path: ['lt'], message: 'lt 须大于 gte · lt must be above gte' });
    }
  });

const row = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/, '形如 WS-I · of the form WS-I'),
  category: z.string().min(1),
  kind: z.string().min(1),
  level: z.enum(['I', 'II', 'III', 'IV']),
  text: z.string().min(4),
  anyOf: z.array(criterion),
  countsMissing: z.boolean(),
  source: z.string().min(4, '写明出处 · name the rule it carries'),
  confidence: z.string().min(1),
  verified: z.boolean(),
  validFrom: day,
  validTo: day.optional(),
});

/** `config/severity.yaml`. Ids are unique, `countsMissing` agrees with the lines, and the reference kind has rows for all levels. */
export const severityFile = z
  .strictObject({
    version: z.string().min(1),
    reference: z.strictObject({
      kind: z.string().min(1),
      basis: z.enum(['OFFICIAL', 'STATUTORY', 'REFERENCE', 'INTERNAL']),
      alongsideOwnTable: z.boolean(),
    }),
    unverifiedRowsGrade: z.boolean(),
    rows: z.array(row).min(1),
  })
  .superRefine(({ rows, reference }, context) => {
    const seen = new Set<string>();
    for (const [index, one] of rows.entries()) {
      const path = ['rows', index];
      if (seen.has(one.id)) context.addIssue({ code: 'custom', path, message: `重复 · used twice: ${one.id}` });
      seen.add(one.id);
      if (one.countsMissing !== one.anyOf.some(({ metric }) => metric === 'deathsOrMissing')) {
        context.addIssue({
          code: 'custom',
          path,
          message: `${one.id}: countsMissing 与 anyOf 不符 · does not agree with anyOf`,
        });
      }
    }
    const levels = new Set(rows.filter((one) => one.kind === reference.kind).map((one) => one.level));
    if (levels.size < 4) {
      const message = `参照种类须有四级 · the reference kind needs rows of all four levels: ${reference.kind}`;
      context.addIssue({ code: 'custom', path: ['reference', 'kind'], message });
    }
  }) satisfies z.ZodType<SeverityRules>;
