import { z } from 'zod';
import { AUDIT_RULES } from '../domain/audit.js';
import { instant } from './instant.js';

/** All that stands of one rule of the auditor. */
export const standingFinding = z.object({
  rule: z.enum(AUDIT_RULES),
  count: z.number().int(),
  /** Since when the oldest of them is seen. */
  since: instant,
  /** Of a refused policy what is wrong with it. */
  faults: z.array(z.string()),
});
export type StandingFinding = z.infer<typeof standingFinding>;

/** GET /engine/findings, the oldest first. Which case is concerned stands in its journal alone. */
export const findingPage = z.object({
  items: z.array(standingFinding),
  /** When the auditor last looked. */
  auditedAt: instant,
});
export type FindingPage = z.infer<typeof findingPage>;
