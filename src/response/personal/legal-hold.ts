import type { EntityManager } from 'typeorm';
import type { LegalHold } from '../../contract/personal-data.js';
import type { Move } from '../../incidents/moves.js';

export const HELD = 'incident.hold_placed';
export const LIFTED = 'incident.hold_lifted';

/** 保全, or its end. The journal is where it stands: the last of both kinds holds. */
export const legalHoldMove =
  ({ on, reason }: LegalHold): Move =>
  async ({ tx, incident, actor }) => {
    const held = (await heldAmong(tx, [incident.id])).has(incident.id);
    if (held === on) return null;
    return [{ kind: on ? HELD : LIFTED, incidentId: incident.id, actor: actor.id, data: { reason } }];
  };

/** A hold on one of several cases that were merged goes on for all of them, until it is lifted on one of them. */
export async function heldAmong(db: Pick<EntityManager, 'query'>, incidentIds: string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }[]>(
    `with recursive line as (
       select id, id as up from incident where id = any($1)
       union select l.id, i.merged_into from line l join incident i on i.id = l.up where i.merged_into is not null),
     parts as (
       select id, up as part from line
       union select p.id, i.id from parts p join incident i on i.merged_into = p.part)
     select id from (
       select distinct on (p.id) p.id, kind from parts p join journal j on j.incident_id = p.part
       where kind in ('${HELD}', '${LIFTED}') order by p.id, seq desc) last
     where kind = '${HELD}'`,
    [incidentIds],
  );
  return new Set(rows.map(({ id }) => id));
}
