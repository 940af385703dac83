import type { AuditRule } from '../../domain/audit.js';

/** Something that must not be so. */
export interface Finding {
  rule: AuditRule;
  /** Which row or thing, the same each time it is seen. */
  subject: string;
  /** Plain JSON, ids and figures only: no names. `incidentId` where it is of a case. */
  detail: Record<string, unknown>;
}
