import { z } from 'zod';
import { instant } from './instant.js';

export const tier = z.enum(['core', 'regular', 'wide']);

export const source = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  tier,
  family: z.string(),
  /** Where it was declared: only the file may allow a private address. */
  origin: z.enum(['file', 'api', 'built_in']),
  enabled: z.boolean(),
  nextVisitAt: instant.nullable(),
  lastVisitAt: instant.nullable(),
  lastOkAt: instant.nullable(),
  lastNewAt: instant.nullable(),
  lastOutcome: z.string().nullable(),
  lastDetail: z.string().nullable(),
  failures: z.number().int(),
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
