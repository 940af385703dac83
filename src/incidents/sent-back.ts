import type { EntityManager } from 'typeorm';
import type { IncidentLine } from '../contract/incident.js';
import type { Incident } from './incident.entity.js';

/** By case, the last 退回 that nobody has assigned anew since. */
export async function sentBack(
  db: EntityManager,
  incidents: readonly Incident[],
): Promise<Map<string, NonNullable<IncidentLine['sentBack']>>> {
  const ids = incidents.filter(({ returnedBy }) => returnedBy.length > 0).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; at: Date; bureau: string; reason: string }[]>(
    `select id, at, body::jsonb->'data'->>'bureau' as bureau, body::jsonb->'data'->>'reason' as reason from (
       select distinct on (incident_id) incident_id as id, at, kind, body from journal
       where incident_id = any($1) and kind in ('incident.returned', 'incident.assigned') order by incident_id, seq desc) last
     where kind = 'incident.returned'`,
    [ids],
  );
  return new Map(rows.map(({ id, at, ...row }) => [id, { ...row, at: at.toISOString() }]));
}
