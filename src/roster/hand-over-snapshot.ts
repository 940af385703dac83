import type { EntityManager } from 'typeorm';
import type { HandOverSnapshot } from '../contract/roster.js';
import { withoutPersonal } from '../domain/personal/personal-data.js';
import { STANDS_OPEN } from '../journal/standing-open.js';

type Incidents = HandOverSnapshot['incidents'];

/** A case that only some may know of is handed over by its number; who may see it opens it there. */
export const RESTRICTED = '限知事项 · restricted';

/** What is open at this moment: cases with a duty to answer or nobody's signature, the nearest limit first. */
export async function snapshotNow(db: EntityManager): Promise<HandOverSnapshot> {
  const [row] = await db.query<{ at: Date; triage: number; incidents: Incidents | null }[]>(
    `with open as (
       select i.id, i.number, case when i.restricted_to is null then i.title else $1 end as title, i.level, i.lead,
         i.acknowledged_at is not null as acknowledged, min(c.due_at) as first_due,
         coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'dueAt', c.due_at, 'overdue', c.due_at < app_now())
           order by c.due_at) filter (where c.id is not null), '[]') as clocks
       from incident i
         left join incident_clock c on c.incident_id = i.id and c.met_at is null and c.waived_at is null
           and c.missed_at is null
       where i.channel = 'live' and ${STANDS_OPEN}
       group by i.id having count(c.id) > 0 or i.acknowledged_at is null
     )
     select app_now() as at,
       (select count(*)::int from story where lane = 'triage') as triage,
       (select jsonb_agg(to_jsonb(open) - 'first_due' order by first_due nulls last, number) from open) as incidents`,
    [RESTRICTED],
  );
  const incidents = (row?.incidents ?? []).map(({ clocks, title, ...rest }) => ({
    ...rest,
    // It stays here for ever: a number of a person in it would, too.
    title: withoutPersonal(title).text,
    clocks: clocks.map((clock) => ({ ...clock, dueAt: new Date(clock.dueAt).toISOString() })),
  }));
  const unacknowledged = incidents.filter((one) => !one.acknowledged).length;
  return { at: row?.at.toISOString() ?? '', incidents, unacknowledged, triageWaiting: row?.triage ?? 0 };
}
