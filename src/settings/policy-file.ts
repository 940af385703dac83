import { z } from 'zod';
import type { ClockRule, LadderRule, Policy } from '../domain/clocks/policy.js';
import type { FarChannel } from '../domain/channels.js';
import { contactsShape } from './contacts-file.js';
import { checkPolicy } from './policy-checks.js';

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

const rung = z
  .strictObject({
    post: z.enum(['lead_officer', 'lead_deputy', 'lead_head', 'general_office_head', 'leadership']),
    share: z.number().min(0).max(1).optional(),
    silenceMinutes: z.number().min(0).optional(),
  })
  .refine(
    ({ share, silenceMinutes }) => share !== undefined || silenceMinutes !== undefined,
    '写明 share 或 silenceMinutes · state share, silenceMinutes or both',
  );

const ladder = z.strictObject({
  clocks: z.array(clockRule.shape.kind).min(1),
  acknowledgedMinutes: z.number().positive(),
  rungs: z.array(rung).min(1),
  citation: z.string().min(4, '写明出处 · name the rule it carries'),
}) satisfies z.ZodType<LadderRule>;

const contacts = contactsShape;
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '形如 22:30 · write it like 22:30');
const quiet = z
  .strictObject({ from: wallTime, to: wallTime })
  .refine(({ from, to }) => from !== to, 'from 与 to 不得相同 · from and to must differ')
  .optional();
const content = z.strictObject({ content: z.enum(['full', 'minimal']) }).optional();

const visitBounds = z
  .strictObject({ fastest: z.number().int().min(5), slowest: z.number().int().min(5) })
  .refine(({ fastest, slowest }) => fastest <= slowest, 'fastest 不得大于 slowest · fastest must not exceed slowest');

/** `config/policy.yaml`. The 5 h, 24 h and 48 h duties are the law's own: present, answered as the law says, told when they pass. */
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
    internalLevelTriggersStatutoryClock: z.strictObject({ I: z.boolean(), II: z.boolean() }),
    clocks: z.array(clockRule),
    ladder: z.array(ladder).default([]),
    leadership: z.strictObject({ contacts }),
    operators: z.strictObject({ contacts }),
    channels: z
      .strictObject({
        email: content,
        webhook: content,
        wecom: content,
        dingtalk: content,
        feishu: content,
        sms: content,
      } satisfies Record<FarChannel, z.ZodType>)
      .optional(),
    quietHours: z.strictObject({ press_office: quiet, bureau: quiet, leadership: quiet }).optional(),
    collection: z.strictObject({
      core: visitBounds,
      regular: visitBounds,
      wide: visitBounds,
      blindAfterSeconds: z.number().int().min(10),
      hostGapSeconds: z.number().min(0).max(60),
      silence: z.strictObject({ times: z.number().min(1), leastHours: z.number().positive() }),
    }),
    retention: z.strictObject({
      bodyHours: z.number().int().min(24),
      visitDays: z.number().int().min(1),
      articleDays: z.number().int().min(30),
    }),
    canary: z.strictObject({ everyMinutes: z.number().min(1).max(60) }),
  })
  .superRefine((policy, context) => {
    checkPolicy(policy, (path, message) => context.addIssue({ code: 'custom', path, message }));
  }) satisfies z.ZodType<Policy>;
