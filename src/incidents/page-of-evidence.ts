import type { EntityManager } from 'typeorm';
import type { EvidencePage } from '../contract/evidence-correction.js';
import type { DatePrecision } from '../domain/dates/date-parts.js';
import { differs } from '../domain/page-time.js';

interface Row {
  evidenceId: string;
  recordedTime: Date;
  outcome: 'fetched' | 'unreachable' | null;
  detail: string | null;
  fetchedAt: Date | null;
  sha256: string | null;
  pageAt: Date | null;
  pagePrecision: DatePrecision | null;
}

/** What the pages of this case's evidence say, by evidence; those that were never tried are left out. */
export async function pagesOf(
  db: EntityManager,
  incidentId: string,
  toleranceMinutes: number,
): Promise<Map<string, EvidencePage>> {
  const rows = await db.query<Row[]>(
    `select c.evidence_id as "evidenceId", e.at as "recordedTime", c.outcome, c.detail, c.fetched_at as "fetchedAt",
       c.sha256, c.page_at as "pageAt", c.page_precision as "pagePrecision"
     from link_check c join evidence e on e.id = c.evidence_id where e.incident_id = $1 and c.outcome is not null`,
    [incidentId],
  );
  return new Map(rows.map((row) => [row.evidenceId, pageOf(row, toleranceMinutes)]));
}

function pageOf(
  { recordedTime, outcome, detail, fetchedAt, sha256, pageAt, pagePrecision }: Row,
  toleranceMinutes: number,
): EvidencePage {
  const page = pageAt && pagePrecision && { at: pageAt, precision: pagePrecision };
  return {
    state: outcome ?? 'unreachable',
    detail,
    fetchedAt: fetchedAt?.toISOString() ?? null,
    sha256,
    at: pageAt?.toISOString() ?? null,
    precision: pagePrecision,
    differs: page !== null && differs(recordedTime, page, toleranceMinutes),
  };
}
