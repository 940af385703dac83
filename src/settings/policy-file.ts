import { z } from 'zod';
import type { ClockRule, Policy } from '../domain/policy.js';

const startBasis = z.enum(['occurred', 'first_published', 'detected']);
const audience = z.enum(['press_office', 'lead', 'co', 'leadership']);
const common = { key: z.string().regex(/^[a-z0-9_]+$/), audience: z.array(audience).min(1) };

const threshold = z.union([
  z.strictObject({ ...common, share: z.number().min(0).max(1) }),
  z.strictObject({ ...common, minutesBefore: z.number().positive() }),
  z.strictObject({ ...common, at: z.literal('opening') }),
  z.strictObject({ ...common, at: z.literal('confirmation') }),
]);

const clockRule = z.strictObject({
  kind: z.enum(['statement_5h', 'press_conference_24h', 'other_48h', 'follow_up']),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  hours: z
    .number()
    .positive()
    .max(24 * 366),
  answeredBy: z.enum(['statement', 'press_conference']),
  startsFor: z.strictObject({
    levels: z.array(z.enum(['I', 'II', 'III', 'IV'])),
    bases: z.array(z.enum(['OFFICIAL', 'STATUTORY', 'REFERENCE', 'INTERNAL'])),
  }),
  citation: z.string().min(4, '写明出处 · name the rule it carries'),
  thresholds: z.array(threshold).min(1),
}) satisfies z.ZodType<ClockRule>;

/** `config/policy.yaml`. The 5 h and 24 h duties are the law's own and must be there. */
export const policyFile = z
  .strictObject({
    version: z.string().min(1),
    title: z.string().min(1),
    jurisdiction: z.enum(['office', 'nation']),
    clockStart: z.strictObject({
      emergency: z.array(startBasis).min(1),
      other: z.array(startBasis).min(1),
      occurredWithinHours: z.number().positive(),
      occurredFromTiers: z.array(z.enum(['core', 'regular', 'wide'])),
      maxAgeHours: z.number().positive(),
      citation: z.string().min(4),
    }),
    unconfirmedMinutes: z.number().min(0),
    clocks: z.array(clockRule),
    leadership: z.strictObject({
      contacts: z.strictObject({ email: z.email().optional(), webhook: z.url().optional() }),
    }),
    collection: z.strictObject({
      core: z.number().int().min(5),
      regular: z.number().int().min(5),
      wide: z.number().int().min(5),
      blindAfterSeconds: z.number().int().min(10),
    }),
  })
  .superRefine((policy, context) => {
    for (const [kind, hours] of [
      ['statement_5h', 5],
      ['press_conference_24h', 24],
      ['other_48h', 48],
    ] as const) {
      const rule = policy.clocks.find((candidate) => candidate.kind === kind);
      const path = ['clocks'];
      if (!rule)
        context.addIssue({ code: 'custom', path, message: `缺少法定时限 · the statutory limit is missing: ${kind}` });
      else if (rule.hours > hours) {
        context.addIssue({
          code: 'custom',
          path,
          message: `${kind}: 不得宽于 ${hours} 小时 · may not be longer than ${hours} h`,
        });
      }
    }
    for (const rule of policy.clocks) {
      const keys = rule.thresholds.map((one) => one.key);
      if (new Set(keys).size !== keys.length) {
        context.addIssue({
          code: 'custom',
          path: ['clocks'],
          message: `${rule.kind}: threshold key 重复 · used twice`,
        });
      }
    }
  }) satisfies z.ZodType<Policy>;
