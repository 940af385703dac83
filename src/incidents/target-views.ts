import type { EntityManager } from 'typeorm';
import { targetsOf } from '../clocks/internal-targets.js';
import type { InternalTargetView } from '../contract/priority.js';
import { standing } from '../domain/clocks/standing.js';

/** The office's own targets of a case, as they stand. */
export async function targetViews(db: EntityManager, incidentId: string, now: Date): Promise<InternalTargetView[]> {
  const targets = await targetsOf(db, incidentId);
  return targets.map(({ name, citation, startAt, dueAt, metAt, endedAt }) => ({
    ...{ name, citation, startAt: startAt.toISOString(), dueAt: dueAt.toISOString() },
    metAt: metAt?.toISOString() ?? null,
    state: standing({ openedAt: startAt, dueAt, metAt, waivedAt: endedAt }, now),
  }));
}
