import type { Where } from '../domain/lifecycle/stage.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';

/** Tells that a case has come to another stage: where the minutes went is read from these rows. */
export function stageRow({ id, stage }: Incident, before: Where, actor: string): JournalRow[] {
  if (stage === before) return [];
  return [{ kind: 'incident.stage', incidentId: id, actor, data: { from: before, to: stage } }];
}
