import type { EntityManager } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { isOpenTo } from '../domain/clocks/follow-up.js';
import { isStatutory } from '../domain/clocks/statutory.js';
import type { SecondPersonKind } from '../domain/second-person.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';

interface Waiting {
  id: string;
  kind: SecondPersonKind;
  subject: string;
  payload: { ends?: string[]; kinds?: string[]; at?: string };
}

/** When and through whom the case has changed. */
export interface Changed {
  now: Date;
  by: string;
}

/** Closes the requests of this case that no longer make sense: the case is closed, or the duties they are about are answered or ended. */
export async function closeMootRequests(
  tx: EntityManager,
  incident: Incident,
  changed: Changed,
): Promise<JournalRow[]> {
  const waiting = await tx.query<Waiting[]>(
    `select id, kind, subject, payload from second_person_request where incident_id = $1 and outcome is null
     order by asked_at, id for update`,
    [incident.id],
  );
  if (waiting.length === 0) return [];
  const clocks = await tx.findBy(IncidentClock, { incidentId: incident.id });
  const rows: JournalRow[] = [];
  for (const one of waiting) {
    const why = incident.mergedInto !== null ? 'merged' : incident.status === 'dismissed' ? 'dismissed' : 'duties_over';
    if (why !== 'duties_over' || isOver(one, clocks)) rows.push(await closeRequest(tx, one, incident.id, why, changed));
  }
  return rows;
}

export async function closeRequest(
  tx: EntityManager,
  { id, kind }: { id: string; kind: SecondPersonKind },
  incidentId: string,
  why: 'merged' | 'dismissed' | 'duties_over' | 'carried_over' | 'evidence_replaced',
  { now, by }: Changed,
): Promise<JournalRow> {
  await tx.query(
    `update second_person_request set outcome = 'moot', decided_by = $2, decided_at = $3, decision_reason = $4 where id = $1`,
    [id, by, now, why],
  );
  return { kind: 'second_person.moot', incidentId, actor: by, data: { requestId: id, request: kind, why } };
}

/** Whether nothing is left of what the request is about. */
function isOver({ kind, subject, payload }: Waiting, clocks: IncidentClock[]): boolean {
  const open = clocks.filter((clock) => clock.metAt === null && clock.waivedAt === null);
  if (kind === 'dismissal') return !open.some((clock) => isStatutory(clock.kind));
  if (kind === 'downgrade') return !open.some((clock) => payload.ends?.includes(clock.kind));
  if (kind === 'waiver') return !open.some((clock) => clock.kind === subject);
  if (kind === 'late_evidence') {
    const at = new Date(payload.at ?? 0);
    return !clocks.some((clock) => payload.kinds?.includes(clock.kind) && isOpenTo(clock, at));
  }
  return false;
}
