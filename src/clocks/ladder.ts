import { type EntityManager, IsNull } from 'typeorm';
import { MINUTE } from '../domain/clocks/deadlines.js';
import { ACK_EXPIRES, ladderOf, postOfRung, RUNG, RUNG_UNREACHED, rungsAhead } from '../domain/clocks/ladder.js';
import type { LadderRule, Policy, RungPost } from '../domain/clocks/policy.js';
import type { Threshold } from '../domain/clocks/thresholds.js';
import { IncidentClock } from './clock.entity.js';
import { policyOf } from './policy-versions.js';
import { placeAsNextVersion } from './threshold-rows.js';

/** A condition on rows of clock_threshold; the partial index has the same words. */
export const OF_LADDER = `(key like 'rung%' or key = 'ack_expires')`;

/** What the ladder asks of a case. */
export interface LadderCase {
  id: string;
  channel: string;
  confirmedAt: Date | null;
  acknowledgedAt: Date | null;
}

interface PlacedRow {
  id: string;
  clockId: string;
  key: string;
  fireAt: Date;
}

/**
 * Brings the rows of the ladder in line with the case as it is: rungs while nobody has taken it, the end of the acknowledgement while
 * somebody has. They stand on the clock that is due first; when that is answered or ended, the ladder is at its end. Nothing is
 * written when nothing changes; what fired is never touched. The clock's own version of the policy has the ladder. Needs the case's lock.
 */
export async function keepLadder(tx: EntityManager, current: Policy, one: LadderCase, now: Date): Promise<void> {
  if (one.channel === 'canary') return;
  const carrier = await carrierOf(tx, one.id);
  if (!carrier) return;
  const policy = await policyOf(tx, current, carrier.ruleVersion);
  const placed = await placedRows(tx, one.id);
  const rule = ladderOf(policy, carrier.kind);
  const wanted = rule === null ? [] : await wantedRows(tx, policy, rule, { one, carrier, placed, now });
  if (sameRows(carrier, placed, wanted)) return;
  const ids = placed.map((row) => row.id);
  await tx.query(`update clock_threshold set outcome = 'superseded' where id = any($1)`, [ids]);
  if (wanted.length > 0) await placeAsNextVersion(tx, carrier, wanted);
}

/** Silence begins anew: the rungs ahead are counted from here. `newLead`: the rungs of the bureau that leads have not heard. */
export async function beginSilence(tx: EntityManager, incidentId: string, at: Date, newLead: boolean): Promise<void> {
  await tx.query(
    `update incident set silent_since = $2, lead_since = case when $3 then $2 else lead_since end where id = $1`,
    [incidentId, at, newLead],
  );
}

interface Scene {
  one: LadderCase;
  carrier: IncidentClock;
  placed: PlacedRow[];
  now: Date;
}

async function wantedRows(tx: EntityManager, policy: Policy, rule: LadderRule, scene: Scene): Promise<Threshold[]> {
  const { one, carrier, placed, now } = scene;
  if (one.acknowledgedAt === null) {
    const silence = await silenceOf(tx, one.id, carrier);
    return rungsAhead(rule, {
      ...carrier,
      ...silence,
      confirmedAt: one.confirmedAt,
      unconfirmedMinutes: policy.unconfirmedMinutes,
    });
  }
  const running = placed.find((row) => row.key === ACK_EXPIRES && row.clockId === carrier.id);
  const fireAt = running?.fireAt ?? new Date(now.getTime() + rule.acknowledgedMinutes * MINUTE);
  return [{ key: ACK_EXPIRES, fireAt, audience: ['press_office', 'acknowledger'] }];
}

/** The clock that is due first; null when it has been answered, or none runs. */
async function carrierOf(tx: EntityManager, incidentId: string): Promise<IncidentClock | null> {
  const [first] = await tx.find(IncidentClock, {
    where: { incidentId, waivedAt: IsNull() },
    order: { dueAt: 'ASC', kind: 'ASC' },
    take: 1,
  });
  return first && first.metAt === null ? first : null;
}

async function placedRows(tx: EntityManager, incidentId: string): Promise<PlacedRow[]> {
  return tx.query<PlacedRow[]>(
    `select id, clock_id as "clockId", key, fire_at as "fireAt" from clock_threshold
     where outcome is null and ${OF_LADDER} and key not like '${RUNG_UNREACHED}%' and clock_id in (select id from incident_clock where incident_id = $1)
     order by fire_at, id for update`,
    [incidentId],
  );
}

async function silenceOf(tx: EntityManager, incidentId: string, carrier: IncidentClock) {
  const rows = await tx.query<{ silentSince: Date | null; key: string | null; isSince: boolean | null }[]>(
    `select i.silent_since as "silentSince", t.key, max(t.fired_at) > greatest($3, i.silent_since) as "isSince"
     from incident i left join clock_threshold t on t.clock_id = $2 and t.outcome = 'fired' and t.key like '${RUNG}%'
       and (t.key not like '${RUNG}lead\\_%' or i.lead_since is null or t.fired_at > i.lead_since)
     where i.id = $1 group by i.silent_since, t.key`,
    [incidentId, carrier.id, carrier.openedAt],
  );
  const since = new Date(Math.max(carrier.openedAt.getTime(), rows[0]?.silentSince?.getTime() ?? 0));
  const postsOf = (some: typeof rows) => new Set<RungPost>(some.flatMap(({ key }) => postOfRung(key ?? '') ?? []));
  const told = rows.filter(({ isSince }) => isSince);
  return { since, heard: postsOf(rows.filter((row) => !told.includes(row))), told: postsOf(told) };
}

function sameRows(carrier: IncidentClock, placed: PlacedRow[], wanted: Threshold[]): boolean {
  if (placed.length !== wanted.length) return false;
  return wanted.every((row) =>
    placed.some(
      (other) =>
        other.clockId === carrier.id && other.key === row.key && other.fireAt.getTime() === row.fireAt.getTime(),
    ),
  );
}
