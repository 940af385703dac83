import { z } from 'zod';
import { instant } from './instant.js';
import { level } from './level.js';
import { ok, type Route } from './route.js';

/** A policy that has been in force, whole but for addresses; `body` as config/policy.yaml has it. */
export const policyVersion = z.object({
  version: z.string(),
  title: z.string(),
  /** Since when it was in force. */
  takenAt: instant,
  body: z.record(z.string(), z.unknown()),
});
export type PolicyVersion = z.infer<typeof policyVersion>;

/** A line of the severity tables: what it says, where it comes from, and how sure that is. */
export const severityLine = z.object({
  id: z.string(),
  kind: z.string(),
  level,
  text: z.string(),
  source: z.string(),
  confidence: z.string(),
  verified: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Of the office's own table. */
  internal: z.boolean(),
});
export type SeverityLine = z.infer<typeof severityLine>;

export const policyPage = z.object({
  /** The version in force. */
  version: z.string(),
  /** The newest first. */
  versions: z.array(policyVersion),
  /** What is wrong with the file, as long as it was refused and the version before stays. */
  refused: z.array(z.string()),
  severity: z.object({
    version: z.string(),
    adopted: z.object({ by: z.string(), on: z.string() }).nullable(),
    lines: z.array(severityLine),
  }),
});
export type PolicyPage = z.infer<typeof policyPage>;

export const POLICY_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/policy',
    right: 'signed_in',
    summary:
      '现行时限政策、历次版本与分级表,附出处 · Policy in force, its versions and the severity tables, with sources',
    answer: ok(policyPage),
  },
];
