import type { EntityManager } from 'typeorm';
import type { JournalLine } from '../contract/incident.js';

/** A restricted matter (限知) and the accounts that alone may see it. */
export interface Restricted {
  id: string;
  restrictedTo: string[];
}

/** Which of these cases are restricted. */
export function restrictedAmong(db: EntityManager, incidentIds: string[]): Promise<Restricted[]> {
  return db.query<Restricted[]>(
    `select id, restricted_to as "restrictedTo" from incident where id = any($1) and restricted_to is not null`,
    [incidentIds],
  );
}

/** Which of these cases this person may not see because they are restricted to others. */
export async function hiddenFrom(db: EntityManager, personId: string, incidentIds: string[]): Promise<Set<string>> {
  return hiddenAmong(await restrictedAmong(db, [...new Set(incidentIds)]), personId);
}

export function hiddenAmong(restricted: Restricted[], personId: string): Set<string> {
  return new Set(restricted.filter(({ restrictedTo }) => !restrictedTo.includes(personId)).map(({ id }) => id));
}

/** Kind of a row whose content this person may not see. */
export const RESTRICTED_ROW = 'restricted';

/** Rows as this person may read them: what is hidden keeps its place and its time, so that the journal shows no gap. */
export async function readableRows(db: EntityManager, personId: string, rows: JournalLine[]): Promise<JournalLine[]> {
  const hidden = await hiddenFrom(
    db,
    personId,
    rows.flatMap((row) => row.incidentId ?? []),
  );
  return rows.map((row) =>
    row.incidentId !== null && hidden.has(row.incidentId)
      ? { seq: row.seq, at: row.at, kind: RESTRICTED_ROW, incidentId: null, actor: 'system:journal', data: {} }
      : row,
  );
}
