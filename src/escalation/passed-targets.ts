import type { DataSource, EntityManager } from 'typeorm';
import { PENDING, placeTold, takePassed } from '../clocks/internal-targets.js';
import { policiesOf } from '../clocks/policy-versions.js';
import { isPassingFault } from '../database/passing-faults.js';
import type { Policy } from '../domain/clocks/policy.js';
import { append } from '../journal/append.js';

/** Cases that are told of in one commit. */
const MOST = 200;
const FIRST_POSTPONEMENT_S = 5;
const LONGEST_POSTPONEMENT_S = 300;
/** Doublings that reach the longest postponement. */
const MOST_DOUBLINGS = 10;

const PASSED = `select incident_id as id from internal_target
  where ${PENDING} and due_at < app_now() and (retry_at is null or retry_at <= app_now())
  group by 1 order by min(due_at) limit ${MOST}`;

/** When the next of them is due: the first of the index, and the few that were put aside. */
export const NEXT_TARGET = `select least(
  (select due_at from internal_target where ${PENDING} and retry_at is null order by due_at limit 1),
  (select min(greatest(due_at, retry_at)) from internal_target where ${PENDING} and retry_at is not null))`;

interface PassedCase {
  id: string;
  ruleVersion: string;
  confirmedAt: Date | null;
}

/**
 * The office's own targets that passed: the mark, the journal row and the threshold by which people hear of it are one commit. The
 * threshold is fired like any other, at the target's true instant; placed before what is due is fired, it comes in one message with that.
 * A case that somebody works on is left to the next sweep; one that fails is put aside and told.
 */
export async function tellPassedTargets(db: DataSource, policy: Policy, tell: (words: string) => void): Promise<void> {
  let told: number;
  do {
    const ids = (await db.query<{ id: string }[]>(PASSED)).map((row) => row.id);
    if (ids.length === 0) return;
    try {
      told = await tellOf(db, policy, ids);
    } catch (error) {
      if (isPassingFault(error)) throw error;
      told = 0;
      for (const id of ids) told += await tellOrPostpone(db, policy, id, tell);
    }
  } while (told > 0);
}

async function tellOrPostpone(db: DataSource, policy: Policy, id: string, tell: (words: string) => void) {
  try {
    return await tellOf(db, policy, [id]);
  } catch (error) {
    if (isPassingFault(error)) throw error;
    tell(`内部目标未能报出,已推后重试 · a passed target could not be told, put aside: ${String(error)}`);
    await postpone(db, id);
    return 0;
  }
}

/** @returns of how many cases was told */
function tellOf(db: DataSource, current: Policy, ids: string[]): Promise<number> {
  return db.transaction(async (tx) => {
    const cases = await locked(tx, ids);
    const caseOf = new Map(cases.map((one) => [one.id, one]));
    const passed = await takePassed(tx, [...caseOf.keys()]);
    const versions = cases.map(({ ruleVersion }) => ruleVersion);
    const policies = await policiesOf(tx, current, versions);
    const audienceOf = ({ incidentId, name }: (typeof passed)[number]) => {
      const one = caseOf.get(incidentId);
      // An unconfirmed level wakes the duty desk alone.
      if (!one || one.confirmedAt === null) return ['press_office' as const];
      const rules = policies.get(one.ruleVersion)?.internalTargets ?? [];
      return rules.find((rule) => rule.name === name)?.audience ?? ['press_office' as const];
    };
    await placeTold(
      tx,
      passed.map((one) => ({ ...one, audience: audienceOf(one) })),
    );
    const told = cases.filter(({ id }) => passed.some(({ incidentId }) => incidentId === id));
    const rows = told.map(({ id }) => {
      const targets = passed.filter(({ incidentId }) => incidentId === id).map(({ name, dueAt }) => ({ name, dueAt }));
      return { kind: 'target.missed', incidentId: id, actor: 'system:escalation', data: { targets } };
    });
    await append(tx, rows);
    return told.length;
  });
}

function locked(tx: EntityManager, ids: string[]): Promise<PassedCase[]> {
  return tx.query<PassedCase[]>(
    `select id, rule_version as "ruleVersion", confirmed_at as "confirmedAt" from incident
     where id = any($1) order by id for no key update skip locked`,
    [ids],
  );
}

async function postpone(db: DataSource, id: string): Promise<void> {
  await db.query(
    `update internal_target set failures = failures + 1,
       retry_at = app_now() + least($2 * power(2, least(failures, $4)), $3) * interval '1 second'
     where incident_id = $1 and ${PENDING} and due_at < app_now()`,
    [id, FIRST_POSTPONEMENT_S, LONGEST_POSTPONEMENT_S, MOST_DOUBLINGS],
  );
}
