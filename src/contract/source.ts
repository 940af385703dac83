import { z } from 'zod';
import { instant } from './instant.js';

export const tier = z.enum(['core', 'regular', 'wide']);
/** own: the office's own site or account. What it publishes is no public opinion. */
export const sourceKind = z.enum(['public', 'own']);

/** What people report by hand, and the self-check: these sources make themselves. */
const BUILT_IN = ['manual', 'canary'];

export const sourceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, '只用小写字母、数字和 . _ - · lower-case letters, digits, . _ -')
  .refine(
    (id) => !BUILT_IN.includes(id),
    '保留给系统自带来源，请换一个 · reserved for a built-in source: choose another',
  );
const sourceName = z.string().trim().min(1).max(200);
const family = z.string().trim().min(1).max(100);
/** `地方/县报`: folders in folders are parted by `/`. */
const folder = z.string().trim().min(1).max(200);
const feedUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine(
    (url) => !/^https?:\/\/[^/]*@/.test(url),
    '地址里不要写用户名和密码 · no user name or password in the address',
  );
/** From a minute to a year. */
export const expectedSeconds = z.number().int().min(60).max(31_536_000);

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
  /** '' for an intake: it is sent to us. */
  url: z.string(),
  tier,
  kind: sourceKind,
  family: z.string(),
  folder: z.string().nullable(),
  /** A monitoring service sends us its articles: it is never visited. */
  isIntake: z.boolean(),
  /** Where it was declared: only the file may allow a private address. */
  origin: z.enum(['file', 'api', 'built_in']),
  /** In use: still in the configuration file, or an intake not revoked. */
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
  id: sourceId,
  name: sourceName,
  url: feedUrl,
  tier: tier.default('regular'),
  kind: sourceKind.default('public'),
  family,
  folder: folder.nullable().default(null),
});
export type NewSource = z.infer<typeof newSource>;

/** What stays away stays as it is. Of a source of the configuration file only `expectedSeconds` may change. */
export const changeSource = z.object({
  name: sourceName.optional(),
  url: feedUrl.optional(),
  tier: tier.optional(),
  kind: sourceKind.optional(),
  family: family.optional(),
  /** null: in no folder. */
  folder: folder.nullable().optional(),
  /** How often something new is expected; null: as learned. */
  expectedSeconds: expectedSeconds.nullable().optional(),
});
export type ChangeSource = z.infer<typeof changeSource>;

export const pauseSource = z.object({ reason: z.string().trim().min(2).max(500) });

/** What the list may be narrowed to: `folder` with those in it, `q` words in name, code, address, publisher or folder. */
export const sourceFilter = z.object({
  health: sourceHealth.optional(),
  tier: tier.optional(),
  folder: folder.optional(),
  q: z.string().trim().max(100).optional(),
});
export type SourceFilter = z.infer<typeof sourceFilter>;

/** GET /sources, by id. `next` of a page is the `cursor` of the following one. */
export const sourceQuery = z.object({
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});
export type SourceQuery = z.infer<typeof sourceQuery>;

export const sourcePage = z.object({ items: z.array(source), next: z.string().nullable() });
export type SourcePage = z.infer<typeof sourcePage>;

/** An address to be read once, with nothing stored. */
export const trialRequest = z.object({ url: feedUrl });

export const trialItem = z.object({
  title: z.string(),
  link: z.string().nullable(),
  publishedAt: instant.nullable(),
  publishedNote: z.enum(['stated', 'absent', 'future', 'unreadable']),
  /** Its beginning, 200 characters at most. */
  text: z.string(),
});

/** What a visit of the address would read now. */
export const trialReading = z.object({
  outcome: visitOutcome,
  detail: z.string().nullable(),
  /** The address that answered, after redirects. */
  url: z.string().nullable(),
  format: z.enum(['rss', 'atom', 'rdf', 'json']).nullable(),
  title: z.string().nullable(),
  warnings: z.array(z.string()),
  itemCount: z.number().int(),
  /** The first ten. */
  items: z.array(trialItem),
});
export type TrialReading = z.infer<typeof trialReading>;

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
