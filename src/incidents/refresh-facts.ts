import type { EntityManager } from 'typeorm';
import type { JournalRow } from '../journal/append.js';
import { factsOfCase } from '../stories/case-stories.js';
import { retitle } from './case-title.js';
import { Incident } from './incident.entity.js';

/**
 * The case holds the figures of its stories as they are now, and a title that states what stands. Its level stays: only a person lowers it.
 * @returns what the journal is to be told of the title
 */
export async function refreshFacts(tx: EntityManager, incidentId: string, actor: string): Promise<JournalRow[]> {
  const incident = await tx.findOne(Incident, { where: { id: incidentId }, lock: { mode: 'for_no_key_update' } });
  if (!incident) return [];
  incident.facts = await factsOfCase(tx, incidentId);
  incident.version += 1;
  const rows = await retitle(tx, incident, null, actor);
  await tx.save(incident);
  return rows;
}
