import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CaseRecord } from '../contract/records/record.js';
import type { RecordKind } from '../domain/lifecycle/record-kind.js';

/** A record as it is about to be kept. */
export interface NewRecord {
  incidentId: string;
  kind: RecordKind;
  number: string | null;
  body: Record<string, unknown>;
  madeBy: string;
  /** The record it stands for from now on, and why. */
  correction: { supersedes: string; reason: string } | null;
}

type Row = Omit<CaseRecord, 'madeAt'> & { madeAt: Date };
const COLUMNS = `id, kind, no, number, body, sha256, made_by as "madeBy", made_at as "madeAt", supersedes, reason`;

/** Of the body as it is kept. */
export const digestOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** All records of a case, oldest first, those that others stand for among them. */
export async function recordsOf(db: Pick<EntityManager, 'query'>, incidentId: string): Promise<CaseRecord[]> {
  const rows = await db.query<Row[]>(`select ${COLUMNS} from case_record where incident_id = $1 order by made_at, no`, [
    incidentId,
  ]);
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

/** Those that stand: what a correction replaced does not, and the correction has its place, so that it undoes nothing that came after. */
export function standingRecords(records: readonly CaseRecord[]): CaseRecord[] {
  const correctionOf = new Map(records.map((record) => [record.supersedes, record]));
  const latest = (record: CaseRecord): CaseRecord => {
    const correction = correctionOf.get(record.id);
    return correction ? latest(correction) : record;
  };
  return records.filter(({ supersedes }) => supersedes === null).map(latest);
}

/** Keeps it as the next of its kind. The case is locked by the move. */
export async function keepRecord(tx: EntityManager, made: NewRecord): Promise<CaseRecord> {
  const { incidentId, kind, number, body, madeBy, correction } = made;
  const [row] = await tx.query<Row[]>(
    `insert into case_record (incident_id, kind, no, number, body, sha256, made_by, supersedes, reason)
     values ($1, $2, (select coalesce(max(no), 0) + 1 from case_record where incident_id = $1 and kind = $2),
       $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
    [
      ...[incidentId, kind, number, JSON.stringify(body), digestOf(body), madeBy],
      ...[correction?.supersedes ?? null, correction?.reason ?? null],
    ],
  );
  if (!row) throw new Error('a record was not kept');
  return { ...row, madeAt: row.madeAt.toISOString() };
}

/** The next number of an office's series in its year by Beijing time, e.g. 转办〔2026〕12号. A number of a paper that is not kept is not used up. */
export async function nextNumber(tx: EntityManager, series: string, now: Date): Promise<string> {
  const year = new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
  const [row] = await tx.query<{ last: number }[]>(
    `insert into number_series (series, year, last) values ($1, $2, 1)
     on conflict (series, year) do update set last = number_series.last + 1 returning last`,
    [series, year],
  );
  return `${series}〔${year}〕${row?.last}号`;
}
