import type { EntityManager } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { policyOf } from '../clocks/policy-versions.js';
import { placeAsNextVersion } from '../clocks/threshold-rows.js';
import { MINUTE } from '../domain/clocks/deadlines.js';
import { ACK_EXPIRES, ladderOf } from '../domain/clocks/ladder.js';
import type { Policy } from '../domain/clocks/policy.js';
import { DUE } from './fired.js';

/** A person's steps on a case that move nothing. */
const NO_PROGRESS = ['incident.acknowledged', 'clock.edit_refused', 'attempt.refused'];

interface Ending {
  id: string;
  clockId: string;
  fireAt: Date;
  progressAt: Date | null;
}

/**
 * An acknowledgement that comes to its end holds on when a person has done anything on the case meanwhile: its end is placed anew,
 * counted from the last step the journal knows.
 */
export async function renewAcknowledgements(tx: EntityManager, policy: Policy, incidentIds: string[]): Promise<void> {
  const endings = await tx.query<Ending[]>(
    `select t.id, t.clock_id as "clockId", t.fire_at as "fireAt", (
       select max(j.at) from journal j
       where j.incident_id = c.incident_id and j.actor not like 'system:%' and j.kind <> all($2)) as "progressAt"
     from clock_threshold t join incident_clock c on c.id = t.clock_id
     where c.incident_id = any($1) and t.key = '${ACK_EXPIRES}' and ${DUE}
     for update of t`,
    [incidentIds, NO_PROGRESS],
  );
  for (const ending of endings) await renew(tx, policy, ending);
}

async function renew(tx: EntityManager, policy: Policy, { id, clockId, fireAt, progressAt }: Ending): Promise<void> {
  const clock = await tx.findOneByOrFail(IncidentClock, { id: clockId });
  const own = await policyOf(tx, policy, clock.ruleVersion);
  const minutes = ladderOf(own, clock.kind)?.acknowledgedMinutes;
  if (progressAt === null || minutes === undefined) return;
  const until = new Date(progressAt.getTime() + minutes * MINUTE);
  if (until <= fireAt) return;
  await tx.query(`update clock_threshold set outcome = 'superseded' where id = $1`, [id]);
  await placeAsNextVersion(tx, clock, [
    { key: ACK_EXPIRES, fireAt: until, audience: ['press_office', 'acknowledger'] },
  ]);
}
