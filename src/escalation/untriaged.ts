import type { DataSource } from 'typeorm';
import { append } from '../journal/append.js';

/** Stories that are told of in one commit. */
const MOST = 50;
const UNTOLD = `lane = 'triage' and channel = 'live' and triage_told_at is null`;

/** When the next story has waited too long, by a target of so many minutes. */
export const nextUntriaged = (minutes: number | undefined): string =>
  minutes === undefined
    ? 'null::timestamptz'
    : `select min(triage_since) + ${Number(minutes)} * interval '1 minute' from story where ${UNTOLD}`;

/**
 * Stories that nobody has judged within the office's own time: the desk hears of each once, by the journal and so by its boards. Rows that
 * somebody works on are left to the next sweep.
 * @param minutes the target; undefined: the office has none
 * @returns how many were told of
 */
export async function tellUntriaged(db: DataSource, minutes: number | undefined): Promise<number> {
  if (minutes === undefined) return 0;
  return db.transaction(async (tx) => {
    const [rows] = await tx.query<[{ id: string; title: string; since: Date }[], number]>(
      `update story set triage_told_at = app_now()
       where id = any(array(
         select id from story where ${UNTOLD} and triage_since < app_now() - $1 * interval '1 minute'
         order by triage_since limit ${MOST} for no key update skip locked))
       returning id, title, triage_since as since`,
      [minutes],
    );
    await append(
      tx,
      rows.map(({ id, title, since }) => ({
        ...{ kind: 'story.waiting', incidentId: null, actor: 'system:escalation' },
        data: { storyId: id, title, since, minutes },
      })),
    );
    return rows.length;
  });
}
