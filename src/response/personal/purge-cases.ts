import type { EntityManager } from 'typeorm';
import type { PurgeCase, PurgeCasePage, PurgeCaseQuery } from '../../contract/personal-data.js';
import { EXITS } from '../../domain/lifecycle/stage.js';
import { maySee, type Viewed, type Viewer } from '../../domain/rights.js';
import { TOLD_OF_END } from './due-cases.js';
import { HELD, LIFTED } from './legal-hold.js';

const OVER = [...EXITS, 'closed', 'archived'];

interface Row extends Viewed {
  id: string;
  number: string;
  title: string;
  stage: PurgeCase['stage'];
  at: string;
  endedAt: Date | null;
  dueAt: Date | null;
  purgedAt: Date | null;
  hold: PurgeCase['hold'];
}

/** Cases with when they ended, were purged, and are held; `due_at` is null where the policy purges nothing. */
const TOLD = `
  select i.*, last.row as hold, told.purged as purged_at, told.ended as ended_at, told.ended + $2 * interval '1 day' as due_at
  from incident i cross join lateral ${TOLD_OF_END} told
  left join lateral (
    select case when kind = '${HELD}' then jsonb_build_object(
      'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', actor, 'reason', body::jsonb->'data'->>'reason') end as row
    from journal j where j.incident_id = i.id and j.kind in ('${HELD}', '${LIFTED}') order by seq desc limit 1) last on true
  where i.channel = 'live'`;

const TO_COME = 'hold is null and ended_at is not null and (purged_at is null or purged_at < ended_at)';

/** Which cases each list has, by what it is ordered, and in which direction. */
const LISTS = {
  due: { where: `${TO_COME} and due_at <= app_now()`, at: 'due_at', down: false },
  waiting: { where: `${TO_COME} and due_at > app_now()`, at: 'due_at', down: false },
  held: { where: 'hold is not null', at: `(hold->>'at')::timestamptz`, down: true },
  purged: { where: 'purged_at is not null', at: 'purged_at', down: true },
} as const satisfies Record<PurgeCaseQuery['show'], object>;

/** One page of the cases that are to be purged, wait for their day, are held, or were purged. What a person may not see is not listed. */
export async function purgeCases(
  db: Pick<EntityManager, 'query'>,
  person: Viewer,
  closedDays: number | null,
  { show, q, cursor, limit }: PurgeCaseQuery,
): Promise<PurgeCasePage> {
  const { where, at, down } = LISTS[show];
  const [from = null, id = null] = cursor?.split('_') ?? [];
  const words = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await db.query<Row[]>(
    `select id, number, title, stage, lead, co, restricted_to as "restrictedTo", hold, ended_at as "endedAt", due_at as "dueAt",
       purged_at as "purgedAt", to_char((${at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from (${TOLD}) told
     where ${where} and ($3::text is null or title ilike $3 or number ilike $3)
       and ($4::timestamptz is null or (${at}, id) ${down ? '<' : '>'} ($4, $5::uuid))
       and (restricted_to is null or $6::uuid = any(restricted_to))
     order by (${at}) ${down ? 'desc' : 'asc'}, id ${down ? 'desc' : 'asc'} limit $7`,
    [OVER, closedDays, words, from, id, person.id, limit + 1],
  );
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { items: shown.filter((row) => maySee(person, row)).map(view), next: last ? `${last.at}_${last.id}` : null };
}

function view({ id, number, title, stage, hold, ...row }: Row): PurgeCase {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const { endedAt, dueAt, purgedAt } = row;
  return { id, number, title, stage, hold, endedAt: iso(endedAt), dueAt: iso(dueAt), purgedAt: iso(purgedAt) };
}
