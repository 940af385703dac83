/** What the auditor looks for: things that must never stand in the rows of the deadline engine, and what its keepers must hear of. */
export const AUDIT_RULES = [
  'overdue_threshold',
  'case_without_clock',
  'clock_without_threshold',
  'wrong_due',
  'policy_unknown',
  'alert_without_notice',
  'stuck_notice',
  'journal_broken',
  'anchor_broken',
  'anchor_not_kept',
  'policy_refused',
  'clock_suspect',
] as const;
export type AuditRule = (typeof AUDIT_RULES)[number];
