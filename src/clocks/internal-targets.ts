import type { EntityManager } from 'typeorm';
import { MINUTE } from '../domain/clocks/deadlines.js';
import {
  asksNothing,
  isTaken,
  minutesOf,
  TARGET,
  type SteppedCase,
  type TargetName,
} from '../domain/clocks/internal-target.js';
import type { Audience, InternalTargetRule, Policy } from '../domain/clocks/policy.js';
import type { Level } from '../domain/level.js';
import { policyOf } from './policy-versions.js';

/** What of a case decides which of the office's own targets it has. */
export interface TargetedCase extends SteppedCase {
  id: string;
  channel: string;
  level: Level | null;
  ruleVersion: string;
  priority: string[];
}

/** A target as it is kept. `endedAt`: the case was over before it was met. */
export interface InternalTarget {
  name: TargetName;
  citation: string;
  startAt: Date;
  dueAt: Date;
  metAt: Date | null;
  endedAt: Date | null;
}

/**
 * The targets of the level a case has now, by the policy it began with: what is new is counted from here, what was wanted before runs on
 * from its old start, what is wanted no longer is withdrawn. A step that has been taken is not asked for. Needs the case's lock.
 */
export async function placeTargets(tx: EntityManager, current: Policy, one: TargetedCase, now: Date): Promise<void> {
  if (one.channel !== 'live') return;
  const { internalTargets = [] } = await policyOf(tx, current, one.ruleVersion);
  const { level } = one;
  const wanted = internalTargets.filter(({ levels }) => level !== null && levels.includes(level));
  await tx.query(
    `update internal_target set
       withdrawn_at = case when name || levels = any($2) then null else coalesce(withdrawn_at, $3) end,
       counts_since = case when name || levels = any($2) and withdrawn_at is not null then $3 else counts_since end
     where incident_id = $1 and met_at is null`,
    [one.id, wanted.map((rule) => rule.name + levelsOf(rule)), now],
  );
  for (const rule of wanted.filter(({ name }) => !isTaken(name, one))) await place(tx, one, rule, now);
  await hasten(tx, one, wanted);
}

/** Marks what has been done of them, and what is asked for no more or again. Needs the case's lock. */
export async function keepTargets(tx: EntityManager, one: TargetedCase, now: Date): Promise<void> {
  const held = await tx.query<{ name: TargetName }[]>(
    'select name from internal_target where incident_id = $1 and met_at is null',
    [one.id],
  );
  const taken = held.map(({ name }) => name).filter((name) => isTaken(name, one));
  const over = asksNothing(one);
  if (held.length === 0) return;
  await tx.query(
    `update internal_target set
       met_at = case when name = any($2) and ended_at is null and withdrawn_at is null then $3::timestamptz end,
       ended_at = case when $4 and name <> all($2) then coalesce(ended_at, $3) when not $4 then null else ended_at end,
       counts_since = case when not $4 and ended_at is not null then $3 else counts_since end
     where incident_id = $1 and met_at is null`,
    [one.id, taken, now, over],
  );
  await tx.query('notify thresholds');
}

/** 重点事项 have less time. What has been told stays told. */
export async function hasten(
  tx: EntityManager,
  one: TargetedCase,
  rules: readonly InternalTargetRule[],
): Promise<void> {
  const isPriority = one.priority.length > 0;
  await tx.query(
    `update internal_target t set due_at = t.start_at + r.minutes * interval '1 minute', counts_since = app_now()
     from unnest($2::text[], $3::text[], $4::float8[]) as r (name, levels, minutes)
     where t.incident_id = $1 and t.name = r.name and t.levels = r.levels and t.met_at is null and t.told_at is null
       and t.due_at <> t.start_at + r.minutes * interval '1 minute'`,
    [one.id, rules.map(({ name }) => name), rules.map(levelsOf), rules.map((rule) => minutesOf(rule, isPriority))],
  );
  await tx.query('notify thresholds');
}

/** A target that passed, of which case. */
export interface PassedTarget {
  incidentId: string;
  name: TargetName;
  dueAt: Date;
  /** Since when it could be told: at the earliest when it passed. */
  since: Date;
}

/** Marks the targets of these cases that have passed and were not told of. Needs the locks of the cases. */
export async function takePassed(tx: EntityManager, incidentIds: string[]): Promise<PassedTarget[]> {
  const [rows] = await tx.query<[PassedTarget[], number]>(
    `update internal_target set told_at = app_now() where incident_id = any($1) and ${PENDING} and due_at < app_now()
     returning incident_id as "incidentId", name, due_at as "dueAt", greatest(due_at, counts_since) as since`,
    [incidentIds],
  );
  return rows;
}

/**
 * What has passed is told by the clock of the case that is due first, as a threshold dated at its true instant: the time the product was
 * down counts as its lateness, the time before a decision that made it pass does not. Where every duty is answered it is not told. Needs the locks of the cases.
 */
export async function placeTold(
  tx: EntityManager,
  passed: readonly (PassedTarget & { audience: readonly Audience[] })[],
): Promise<void> {
  await tx.query(
    `with carrier as (
       select distinct on (incident_id) id, incident_id from incident_clock
       where incident_id = any($1) and met_at is null and waived_at is null and missed_at is null
       order by incident_id, due_at, kind
     ), next as (
       update incident_clock c set version = c.version + 1 from carrier where c.id = carrier.id
       returning c.id, c.incident_id, c.version
     )
     insert into clock_threshold (clock_id, key, version, fire_at, placed_at, audience)
     select next.id, p.key, next.version, p.due_at, p.since, string_to_array(p.audience, ',')
     from next join unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[])
       as p (incident_id, key, due_at, since, audience)
       on p.incident_id = next.incident_id`,
    [
      [...new Set(passed.map((one) => one.incidentId))],
      passed.map((one) => one.incidentId),
      passed.map((one) => `${TARGET}${one.name}`),
      passed.map((one) => one.dueAt),
      passed.map((one) => one.since),
      passed.map((one) => one.audience.join()),
    ],
  );
}

/** A target that runs and was not told of; the partial index has the same words. */
export const PENDING = 'met_at is null and ended_at is null and withdrawn_at is null and told_at is null';

/** In the order in which they are due. */
export function targetsOf(db: EntityManager, incidentId: string): Promise<InternalTarget[]> {
  return db.query<InternalTarget[]>(
    `select name, citation, start_at as "startAt", due_at as "dueAt", met_at as "metAt",
       ended_at as "endedAt"
     from internal_target where incident_id = $1 and (withdrawn_at is null or met_at is not null) order by due_at, name`,
    [incidentId],
  );
}

/** A rise within the levels of one rule begins nothing anew. */
const levelsOf = ({ levels }: InternalTargetRule): string => levels.join();

async function place(tx: EntityManager, one: TargetedCase, rule: InternalTargetRule, now: Date): Promise<void> {
  const { name, citation } = rule;
  const due = new Date(now.getTime() + minutesOf(rule, one.priority.length > 0) * MINUTE);
  await tx.query(
    `insert into internal_target (incident_id, name, levels, rule_version, citation, start_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (incident_id, name, levels) do nothing`,
    [one.id, name, levelsOf(rule), one.ruleVersion, citation, now, due],
  );
}
