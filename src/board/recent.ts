import type { EntityManager } from 'typeorm';
import type { JournalLine } from '../contract/incident.js';

/** Of these people hear elsewhere: notices on their case, matters without a case at the desk where they are judged. */
const ELSEWHERE = `j.kind like 'notice.%'
  or j.kind like 'story.%' and j.kind <> 'story.national' and j.incident_id is null`;

/** Happenings of these kinds are the administrator's business, or the self-check's, not the board's; what the auditor found has a banner. */
const OFF_BOARD = /^(person|account|way|wall|canary|audit)\./;

export function onBoard(row: JournalLine): boolean {
  return !OFF_BOARD.test(row.kind);
}

/**
 * The latest happenings of the board, newest first: none of drills and canaries, none of accounts. Chosen before they are
 * counted, so that neither failed sign-ins nor a day of talk can push the cases off the list.
 */
export async function recentRows(db: EntityManager, most: number): Promise<JournalLine[]> {
  const rows = await db.query<{ body: string }[]>(
    `select j.body from journal j left join incident i on i.id = j.incident_id
     where j.kind not like 'canary.%' and j.kind not like 'person.%' and j.kind not like 'account.%' and j.kind not like 'way.%'
       and j.kind not like 'audit.%' and j.kind not like 'wall.%'
       and not (${ELSEWHERE}) and (j.incident_id is null or i.channel = 'live')
     order by j.seq desc limit $1`,
    [most],
  );
  return rows.map((row) => JSON.parse(row.body) as JournalLine);
}
