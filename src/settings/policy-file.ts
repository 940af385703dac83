import { z } from 'zod';
import { byChannel } from '../channels/channels.js';
import { TARGET_NAMES } from '../domain/clocks/internal-target.js';
import type { InternalTargetRule, ClockRule, LadderRule, Policy } from '../domain/clocks/policy.js';
import { SIGN_POSTS, type SignRule } from '../domain/lifecycle/sign-chain.js';
import { contactsShape } from './contacts-file.js';
import { checkPolicy } from './policy-checks.js';

const words = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : value),
  z.array(z.string().min(1)),
);

const documentWatch = z.strictObject({
  windowHours: z.number().int().min(1).max(168),
  baseDays: z.number().int().min(1).max(90),
  leastArticles: z.number().int().min(1),
  times: z.number().min(1),
  doubt: words,
  idle: words,
});

const signRule = z.strictObject({
  levels: z.array(z.enum(['I', 'II', 'III', 'IV'])).min(1),
  posts: z
    .array(z.enum(SIGN_POSTS))
    .min(1)
    .refine((posts) => new Set(posts).size === posts.length, '每级签发人只列一次 · each post once'),
  citation: z.string().min(4, '写明出处 · name the rule it carries'),
}) satisfies z.ZodType<SignRule>;

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
  closer: z
    .array(
      z.strictObject({
        levels: z.array(z.enum(['I', 'II', 'III', 'IV'])).min(1),
        withinHours: z.number().positive(),
        hours: z.number().positive(),
      }),
    )
    .optional(),
  newFactHours: z.number().positive().optional(),
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

const internalTarget = z
  .strictObject({
    name: z.enum(TARGET_NAMES),
    minutes: z
      .number()
      .positive()
      .max(60 * 24 * 31),
    priorityMinutes: z.number().positive().optional(),
    levels: z.array(z.enum(['I', 'II', 'III', 'IV'])).min(1),
    audience: z.array(z.enum(['press_office', 'lead', 'co', 'leadership'])).min(1),
    citation: z.string().min(4, '写明由谁采用 · name who adopted it'),
  })
  .refine(
    ({ minutes, priorityMinutes = minutes }) => priorityMinutes <= minutes,
    'priorityMinutes 不得长于 minutes · must not exceed minutes',
  ) satisfies z.ZodType<InternalTargetRule>;

const contacts = contactsShape;
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '形如 22:30 · write it like 22:30');
const quiet = z
  .strictObject({ from: wallTime, to: wallTime })
  .refine(({ from, to }) => from !== to, 'from 与 to 不得相同 · from and to must differ')
  .optional();
const content = z.strictObject({ content: z.enum(['full', 'minimal']) }).optional();

/** 《网络安全法》留存网络日志不少于六个月(2016 年文本第二十一条第三项; 2025 年修正后的条号待核): logs are kept for at least so long. */
const JOURNAL_MONTHS = 6;
const JOURNAL_KEPT =
  '审计链至少保存 6 个月(《网络安全法》关于留存网络日志的规定) · the journal is kept for at least 6 months';

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
    internalTargets: z.array(internalTarget).optional(),
    signOff: z.array(signRule).optional(),
    triageMinutes: z
      .number()
      .min(1)
      .max(60 * 24 * 7)
      .optional(),
    marketWords: words.optional(),
    leadership: z.strictObject({ contacts }),
    operators: z.strictObject({ contacts }),
    channels: z.strictObject(byChannel(() => content)).optional(),
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
      personal: z.strictObject({ closedDays: z.number().int().min(1), looseDays: z.number().int().min(1) }).optional(),
      journalMonths: z.number().int().min(JOURNAL_MONTHS, JOURNAL_KEPT).optional(),
    }),
    documentWatch: documentWatch.optional(),
    evidence: z.strictObject({ pageToleranceMinutes: z.number().min(0).max(1_440) }).optional(),
    attachments: z
      .strictObject({
        megabytes: z.number().int().min(1).max(100).optional(),
        caseFiles: z.number().int().min(1).max(1_000).optional(),
        caseMegabytes: z.number().int().min(1).max(10_000).optional(),
      })
      .optional(),
    canary: z.strictObject({ everyMinutes: z.number().min(1).max(60) }),
  })
  .superRefine((policy, context) => {
    checkPolicy(policy, (path, message) => context.addIssue({ code: 'custom', path, message }));
  }) satisfies z.ZodType<Policy>;
