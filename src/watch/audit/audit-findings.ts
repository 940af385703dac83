import type { EntityManager } from 'typeorm';
import { append, type JournalRow } from '../../journal/append.js';
import type { Finding } from './finding.js';
import type { JournalMarks } from './journal-watch.js';

const ACTOR = 'system:watch';
/** Who tells the operators has so long for it, s; then another may. */
const LEASE_S = 60;

type Told = Finding & { id: string };
type Gone = Finding & { since: Date };

/** The office has one auditor a minute, however many processes ask. After the clock was set back, one at once. @returns whether it is this one */
export async function claimAudit(db: EntityManager): Promise<boolean> {
  const [claimed] = await db.query<[unknown[], number]>(
    `update audit set claimed_at = app_now()
     where claimed_at is null or claimed_at not between app_now() - interval '1 minute' and app_now() returning 1`,
  );
  return claimed.length > 0;
}

/** Brings the rows of findings in line with what was seen: one for as long as it stands, journalled when it comes and when it goes. */
export async function recordFindings(tx: EntityManager, seen: readonly Finding[], marks: JournalMarks): Promise<void> {
  const { tail, round } = marks;
  await tx.query(
    `update audit set last_at = app_now(), tail_seq = $1, tail_hash = $2, round_seq = $3, round_hash = $4`,
    [tail.seq, tail.hash, round.seq, round.hash],
  );
  const standing = await tx.query<(Told & { isNew: boolean })[]>(
    `insert into audit_finding (rule, subject, detail)
     select * from unnest($1::text[], $2::text[], $3::jsonb[])
     on conflict (rule, subject) where gone_at is null do update set last_seen = app_now(), detail = excluded.detail
     returning id, rule, subject, detail, xmax = 0 as "isNew"`,
    [
      seen.map(({ rule }) => rule),
      seen.map(({ subject }) => subject),
      seen.map(({ detail }) => JSON.stringify(detail)),
    ],
  );
  const [gone] = await tx.query<[Gone[], number]>(
    `update audit_finding set gone_at = app_now() where gone_at is null and id <> all($1)
     returning rule, subject, detail, first_seen as since`,
    [standing.map(({ id }) => id)],
  );
  const rows = standing.filter(({ isNew }) => isNew).map((one) => rowOf('audit.found', one, { detail: one.detail }));
  await append(tx, [...rows, ...gone.map((one) => rowOf('audit.gone', one, { since: one.since.toISOString() }))]);
}

/** What the operators have not heard of and what still stands, for one process to tell. */
export async function claimUntold(db: EntityManager): Promise<Told[]> {
  const [rows] = await db.query<[Told[], number]>(
    `update audit_finding set tell_at = app_now() + make_interval(secs => $1)
     where told_at is null and gone_at is null and tell_at <= app_now() returning id, rule, subject, detail`,
    [LEASE_S],
  );
  return rows;
}

export async function noteTold(db: EntityManager, told: readonly Told[]): Promise<void> {
  await db.query('update audit_finding set told_at = app_now() where id = any($1)', [told.map(({ id }) => id)]);
}

function rowOf(kind: string, { rule, subject, detail }: Finding, more: Record<string, unknown>): JournalRow {
  const incidentId = typeof detail['incidentId'] === 'string' ? detail['incidentId'] : null;
  return { kind, incidentId, actor: ACTOR, data: { rule, subject, ...more } };
}
