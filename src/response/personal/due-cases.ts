import type { EntityManager } from 'typeorm';
import { EXITS } from '../../domain/lifecycle/stage.js';
import { heldAmong } from './legal-hold.js';

const OVER = [...EXITS, 'closed', 'archived'];
/** Cases of one run; the others are the next one's. */
const MOST = 100;

export const PURGED = 'personal_data.purged';

/**
 * When the response to a case `i` was over and when it was purged last; `$1` the stages in which a case is over. What was merged is over
 * with the case that it went into: null while that one is in hand.
 */
export const TOLD_OF_END = `(
  with recursive line as (
    select i.id, i.merged_into, i.stage, i.dismissed_at
    union all select n.id, n.merged_into, n.stage, n.dismissed_at from line l join incident n on n.id = l.merged_into)
  select case when bool_and(l.stage = any($1)) then max(coalesce(
      (select max(at) from journal j where j.incident_id = l.id and j.kind = 'incident.stage'), l.dismissed_at)) end as ended,
    (select max(at) from journal j where j.incident_id = i.id and j.kind = '${PURGED}') as purged
  from line l)`;

const overBy = (more: string): string => `select i.id from incident i cross join lateral ${TOLD_OF_END} told
 where i.channel = 'live' and i.stage = any($1) and told.ended <= app_now() - $2 * interval '1 day'
   and (told.purged is null or told.purged < told.ended) ${more}`;

/**
 * Cases that have been over for so long, and were not purged since, locked; those held count for none of a run's. One taken up again is
 * not over; closed anew, its days are counted anew. Cases that somebody is just working on are left to the next run.
 */
export async function dueCases(tx: EntityManager, days: number): Promise<{ due: string[]; held: string[] }> {
  const over = await tx.query<{ id: string }[]>(overBy('order by told.ended, i.id'), [OVER, days]);
  const all = over.map((one) => one.id);
  const held = await heldAmong(tx, all);
  const free = all.filter((id) => !held.has(id)).slice(0, MOST);
  const due = await tx.query<{ id: string }[]>(
    overBy('and i.id = any($3) order by i.id for no key update of i skip locked'),
    [OVER, days, free],
  );
  return { due: due.map((one) => one.id), held: all.filter((id) => held.has(id)).sort() };
}
