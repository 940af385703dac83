import type { EntityManager } from 'typeorm';
import type { StandingFinding } from '../contract/audit.js';
import type { AuditRule } from '../domain/audit.js';

interface Row {
  rule: AuditRule;
  count: number;
  since: Date;
  faults: string[] | null;
}

/** What the auditor has found and what stands, by rule: no case is named. */
export async function standingFindings(db: EntityManager): Promise<StandingFinding[]> {
  const rows = await db.query<Row[]>(
    `select rule, count(*)::int, min(first_seen) as since, (array_agg(detail->'faults' order by id desc))[1] as faults
     from audit_finding where gone_at is null group by rule order by min(first_seen), rule`,
  );
  return rows.map(({ since, faults, ...row }) => ({ ...row, since: since.toISOString(), faults: faults ?? [] }));
}
