import { z } from 'zod';
import { instant } from './instant.js';

export const tier = z.enum(['core', 'regular', 'wide']);

/** Every visit ends in one of these. */
export const visitOutcome = z.enum([
  'ok',
  'not_modified',
  'timeout',
  'dns',
  'tls',
  'network',
  'redirects',
  'refused_address',
  'too_large',
  'not_a_feed',
  'malformed',
  'http_4xx',
  'http_5xx',
  'blocked_by_challenge',
  'store_failed',
  /** Promised, but no worker came to it: it died, or the queue was lost. */
  'never_started',
]);
export type VisitOutcome = z.infer<typeof visitOutcome>;

/** One visit in the strip of the latest ones. */
export const visitMark = z.object({ at: instant, outcome: visitOutcome, newItems: z.number().int() });
export type VisitMark = z.infer<typeof visitMark>;

/** blind: a core source not read within its budget. silent: read, but nothing new for far longer than usual. */
export const sourceHealth = z.enum(['ok', 'failing', 'blind', 'silent', 'paused', 'waiting']);
export type SourceHealth = z.infer<typeof sourceHealth>;

export const source = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  tier,
  family: z.string(),
  folder: z.string().nullable(),
  /** Where it was declared: only the file may allow a private address. */
  origin: z.enum(['file', 'api', 'built_in']),
  enabled: z.boolean(),
  pausedAt: instant.nullable(),
  health: sourceHealth,
  nextVisitAt: instant.nullable(),
  lastVisitAt: instant.nullable(),
  lastOkAt: instant.nullable(),
  lastNewAt: instant.nullable(),
  lastOutcome: visitOutcome.nullable(),
  lastDetail: z.string().nullable(),
  failures: z.number().int(),
  /** From a reading to the next at the latest, seconds. */
  budgetSeconds: z.number(),
  /** How often something new is expected, seconds: set by a person, else learned; null while unknown. */
  expectedSeconds: z.number().nullable(),
  expectedIsSet: z.boolean(),
  silentSince: instant.nullable(),
  /** The latest visits, oldest first. */
  recent: z.array(visitMark),
});
export type SourceView = z.infer<typeof source>;

export const newSource = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, '只用小写字母、数字和 . _ - · lower-case letters, digits, . _ -'),
  name: z.string().trim().min(1).max(200),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .refine(
      (url) => !/^https?:\/\/[^/]*@/.test(url),
      '地址里不要写用户名和密码 · no user name or password in the address',
    ),
  tier: tier.default('regular'),
  family: z.string().trim().min(1).max(100),
  folder: z.string().trim().min(1).max(200).nullable().default(null),
});
export const sourcePage = z.object({ items: z.array(source) });

/** A report by hand (a call, a letter): it goes through the same judging as an article. */
export const manualReport = z.object({
  title: z.string().trim().min(2).max(300),
  text: z.string().max(20_000).default(''),
  source: z.string().trim().min(1).max(200),
  occurredAt: z.iso.datetime({ offset: true }).optional(),
  notifiedAt: z.iso.datetime({ offset: true }).optional(),
});
export type ManualReport = z.infer<typeof manualReport>;
export const reportReceipt = z.object({ articleId: z.uuid() });
