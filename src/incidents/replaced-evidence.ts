import type { EntityManager } from 'typeorm';
import type { ReplacedEvidence } from '../contract/evidence-correction.js';

type Row = Omit<ReplacedEvidence, Instants> & Record<Instants, Date>;
type Instants = 'at' | 'recordedAt' | 'correctedAt';

/** What was corrected or withdrawn of the evidence of a case, the earliest correction first. */
export async function replacedEvidenceOf(db: EntityManager, incidentId: string): Promise<ReplacedEvidence[]> {
  const rows = await db.query<Row[]>(
    `select e.id, e.form, e.at, e.channel, e.url, e.title, e.place, e.recorded_at as "recordedAt",
       e.recorded_by as "recordedBy", c.replaced_by as "replacedBy", c.reason, c.corrected_at as "correctedAt",
       c.corrected_by as "correctedBy"
     from evidence_correction c join evidence e on e.id = c.evidence_id
     where e.incident_id = $1 order by c.corrected_at, e.at, e.id`,
    [incidentId],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    correctedAt: row.correctedAt.toISOString(),
  }));
}
