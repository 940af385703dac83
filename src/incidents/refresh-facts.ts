import type { EntityManager } from 'typeorm';
import { factsOfCase } from '../stories/case-stories.js';
import { Incident } from './incident.entity.js';

/** The case holds the figures of its stories as they are now. Its level stays: only a person lowers it. */
export async function refreshFacts(tx: EntityManager, incidentId: string): Promise<void> {
  const incident = await tx.findOne(Incident, { where: { id: incidentId }, lock: { mode: 'for_no_key_update' } });
  if (!incident) return;
  incident.facts = await factsOfCase(tx, incidentId);
  incident.version += 1;
  await tx.save(incident);
}
