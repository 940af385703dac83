import { type EntityManager, In } from 'typeorm';
import { type ClockStart, dueAt } from '../domain/deadlines.js';
import { type ClockKind, type ClockRule, type EvidenceForm, type Policy, ruleOf } from '../domain/policy.js';
import { type Threshold, thresholdsOf } from '../domain/thresholds.js';
import { IncidentClock } from './clock.entity.js';

/** What a clock begins with. */
export interface ClockOpening {
  incidentId: string;
  start: ClockStart;
  openedAt: Date;
  /** Null while the level is the machine's word alone. */
  confirmedAt: Date | null;
}

/** Starts one clock with all its threshold rows. Does nothing when the incident already has it. */
export async function startClock(
  tx: EntityManager,
  policy: Policy,
  rule: ClockRule,
  opening: ClockOpening,
): Promise<IncidentClock | null> {
  const due = dueAt(opening.start.startAt, rule);
  const [row] = await tx.query<{ id: string }[]>(
    `insert into incident_clock (incident_id, kind, rule_version, start_at, start_basis, opened_at, due_at, citation)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (incident_id, kind, cycle_no) do nothing returning id`,
    [
      opening.incidentId,
      rule.kind,
      policy.version,
      opening.start.startAt,
      opening.start.basis,
      opening.openedAt,
      due,
      rule.citation,
    ],
  );
  if (!row) return null;
  const clock = await tx.findOneByOrFail(IncidentClock, { id: row.id });
  await placeThresholds(
    tx,
    clock,
    thresholdsOf(rule, { ...clock, ...opening, unconfirmedMinutes: policy.unconfirmedMinutes }),
  );
  return clock;
}

/** Writes threshold rows of the clock's present version and wakes the sweepers. */
async function placeThresholds(tx: EntityManager, clock: IncidentClock, thresholds: Threshold[]): Promise<void> {
  await tx.query(
    `insert into clock_threshold (clock_id, key, version, fire_at)
     select $1, key, $2, fire_at from unnest($3::text[], $4::timestamptz[]) as t (key, fire_at)`,
    [clock.id, clock.version, thresholds.map((one) => one.key), thresholds.map((one) => one.fireAt)],
  );
  await tx.query('notify thresholds');
}

/**
 * A person confirmed the level: thresholds that wait for it are due now. They are written as the next version;
 * the unfired rows they replace are marked superseded, fired rows stay as they are.
 */
export async function confirmClocks(tx: EntityManager, policy: Policy, incidentId: string, now: Date): Promise<void> {
  for (const clock of await runningClocks(tx, incidentId)) {
    const waiting = ruleOf(policy, clock.kind).thresholds.filter((one) => 'at' in one && one.at === 'confirmation');
    const superseded = await tx.query<[{ key: string }[], number]>(
      `update clock_threshold set outcome = 'superseded'
       where clock_id = $1 and outcome is null and key = any($2) and fire_at > $3 returning key`,
      [clock.id, waiting.map((one) => one.key), now],
    );
    const keys = superseded[0].map((row) => row.key);
    if (keys.length === 0) continue;
    const next = { ...clock, version: clock.version + 1 };
    await tx.query('update incident_clock set version = $2 where id = $1', [clock.id, next.version]);
    await placeThresholds(
      tx,
      next,
      keys.map((key) => ({ key, fireAt: now })),
    );
  }
}

/**
 * Evidence answers the duties of its form. The earliest evidence counts; a clock that is already met by an earlier
 * instant stays as it is.
 * @returns the clocks whose answer changed
 */
export async function meetClocks(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  evidence: { id: string; form: EvidenceForm; at: Date },
): Promise<IncidentClock[]> {
  const kinds = policy.clocks.filter((rule) => rule.answeredBy === evidence.form).map((rule) => rule.kind);
  const [met] = await tx.query<[{ id: string }[], number]>(
    `update incident_clock set met_at = $3, evidence_id = $4
     where incident_id = $1 and kind = any($2) and waived_at is null and (met_at is null or met_at > $3) returning id`,
    [incidentId, kinds, evidence.at, evidence.id],
  );
  return closeThresholds(
    tx,
    met.map((row) => row.id),
  );
}

/** Ends running duties by a decision (dismissal, downgrade). What was met or waived before stays. */
export async function waiveClocks(
  tx: EntityManager,
  incidentId: string,
  kinds: ClockKind[],
  decision: { at: Date; reason: string },
): Promise<IncidentClock[]> {
  const [waived] = await tx.query<[{ id: string }[], number]>(
    `update incident_clock set waived_at = $3, waived_reason = $4
     where incident_id = $1 and kind = any($2) and met_at is null and waived_at is null returning id`,
    [incidentId, kinds, decision.at, decision.reason],
  );
  return closeThresholds(
    tx,
    waived.map((row) => row.id),
  );
}

/** Takes a waiver back: the duty runs on from its old start, with the thresholds still ahead placed anew. */
export async function resumeClocks(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  kinds: ClockKind[],
  now: Date,
): Promise<IncidentClock[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `update incident_clock set waived_at = null, waived_reason = null, version = version + 1
     where incident_id = $1 and kind = any($2) and met_at is null and waived_at is not null returning id`,
    [incidentId, kinds],
  );
  const clocks = await clocksById(
    tx,
    rows.map((row) => row.id),
  );
  for (const clock of clocks) {
    const ahead = thresholdsOf(ruleOf(policy, clock.kind), { ...clock, confirmedAt: now, unconfirmedMinutes: 0 });
    await placeThresholds(
      tx,
      clock,
      ahead.filter((one) => one.fireAt >= now || one.key === 'due'),
    );
  }
  return clocks;
}

export async function runningClocks(tx: EntityManager, incidentId: string): Promise<IncidentClock[]> {
  const clocks = await tx.findBy(IncidentClock, { incidentId });
  return clocks.filter((clock) => clock.metAt === null && clock.waivedAt === null);
}

async function closeThresholds(tx: EntityManager, clockIds: string[]): Promise<IncidentClock[]> {
  await tx.query(`update clock_threshold set outcome = 'closed' where clock_id = any($1) and outcome is null`, [
    clockIds,
  ]);
  await tx.query(
    `update notice set state = 'closed' where state = 'pending'
       and alert_id in (select id from deadline_alert where clock_id = any($1))`,
    [clockIds],
  );
  return clocksById(tx, clockIds);
}

function clocksById(tx: EntityManager, ids: string[]): Promise<IncidentClock[]> {
  return tx.find(IncidentClock, { where: { id: In(ids) }, order: { kind: 'ASC' } });
}
