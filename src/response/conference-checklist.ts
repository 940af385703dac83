import { UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CheckItem, Checklist } from '../contract/records/checklist.js';
import type { JournalRow } from '../journal/append.js';
import type { Move } from '../incidents/moves.js';
import type { PapersFile } from '../settings/papers-file.js';

export type ChecklistFile = PapersFile['checklist'];

const CHECKED = 'conference.checked';
const HOUR_MS = 3_600_000;

/** The list of a case that owes a press conference, with what is done; null when it owes none. */
export async function checklistOf(
  db: EntityManager,
  held: ChecklistFile,
  incidentId: string,
): Promise<Checklist | null> {
  const [clock] = await db.query<{ due: Date }[]>(
    `select due_at as due from incident_clock
     where incident_id = $1 and kind = 'press_conference_24h' and annulled_at is null order by due_at limit 1`,
    [incidentId],
  );
  if (!clock) return null;
  const done = await doneOf(db, incidentId);
  return {
    dueAt: clock.due.toISOString(),
    source: held.source,
    items: held.items.map(({ hours, ...item }) => ({
      ...item,
      adviseBy: new Date(clock.due.getTime() - hours * HOUR_MS).toISOString(),
      done: done.get(item.id) ?? null,
    })),
  };
}

/** What the journal told last of each item. */
async function doneOf(db: EntityManager, incidentId: string): Promise<Map<string, { by: string; at: string }>> {
  const rows = await db.query<{ item: string; done: boolean; by: string; at: Date }[]>(
    `select distinct on (item) item, done, by, at from (
       select seq, at, actor as by, body::jsonb -> 'data' ->> 'item' as item,
         (body::jsonb -> 'data' ->> 'done')::boolean as done
       from journal where incident_id = $1 and kind = '${CHECKED}') told
     order by item, seq desc`,
    [incidentId],
  );
  return new Map(rows.flatMap(({ item, done, by, at }) => (done ? [[item, { by, at: at.toISOString() }]] : [])));
}

/** @throws UnprocessableEntityException for a thing that does not stand on the list */
export const checkMove =
  (held: ChecklistFile, { item, done }: CheckItem): Move =>
  async ({ tx, incident, actor }): Promise<JournalRow[] | null> => {
    if (!held.items.some(({ id }) => id === item)) {
      throw new UnprocessableEntityException(`清单中没有这一项 · no such thing on the list: ${item}`);
    }
    if ((await doneOf(tx, incident.id)).has(item) === done) return null;
    return [{ kind: CHECKED, incidentId: incident.id, actor: actor.id, data: { item, done } }];
  };
