import type { Right } from './rights.js';

/** What needs two persons: a later start, 排除, 降级, 免除一项时限, 补录, 更正后达标, 撤回后漏期不计 (clocks.md, rule 7). */
export const SECOND_PERSON_KINDS = [
  'clock_start',
  'dismissal',
  'downgrade',
  'waiver',
  'late_evidence',
  'evidence_correction',
  'evidence_withdrawal',
] as const;
export type SecondPersonKind = (typeof SECOND_PERSON_KINDS)[number];

/** The right of whoever decides, beside the one who asks. */
export const DECIDED_BY: Record<SecondPersonKind, Right> = {
  clock_start: 'incident.correct_start',
  dismissal: 'incident.dismiss',
  downgrade: 'incident.grade',
  waiver: 'incident.waive',
  late_evidence: 'evidence.confirm_late',
  evidence_correction: 'evidence.confirm_late',
  evidence_withdrawal: 'evidence.confirm_late',
};
