import type { EntityManager } from 'typeorm';
import { type Stage, STAGES } from '../domain/lifecycle/stage.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';

const isShut = ({ stage }: Incident): boolean => stage === 'closed' || stage === 'archived';

/**
 * A closed case whose level rises is in hand again, where it stood when it was closed.
 * @returns rows for the caller's `append`; none where it was in hand. The caller saves the case
 */
export async function takeUpAgain(
  tx: EntityManager,
  incident: Incident,
  actor: string,
  reason: string,
): Promise<JournalRow[]> {
  if (!isShut(incident)) return [];
  incident.stage = await stageBeforeClosing(tx, incident.id);
  const data = { reason, level: incident.level, clocks: [] };
  return [{ kind: 'incident.reopened', incidentId: incident.id, actor, data }];
}

async function stageBeforeClosing(tx: EntityManager, incidentId: string): Promise<Stage> {
  const [row] = await tx.query<{ stage: string | null }[]>(
    `select body::json->'data'->>'from' as stage from journal where incident_id = $1 and kind = 'incident.stage'
       and body::json->'data'->>'to' = 'closed' order by seq desc limit 1`,
    [incidentId],
  );
  return STAGES.find((stage) => stage === row?.stage) ?? 'collected';
}
