import type { EntityManager } from 'typeorm';
import type { Blindness, Calm } from '../contract/calm.js';
import { PERIODS_OF_GRACE } from '../domain/canary.js';
import type { Policy } from '../domain/clocks/policy.js';
import { CORE, WATCHED_CORE } from '../ingestion/blindness.js';
import { CAUSES } from './causes.js';

/** A board names the first few sources; the sources page and GET /calm tell the rest. */
const ON_BOARD = 5;

interface Row {
  now: Date;
  causes: Blindness[] | null;
  paused: Calm['paused'] | null;
  watched: number;
  readUntil: Date | null;
}

/** All in one statement, so that its parts are of the same moment. */
const READING = `
  with cause as (${CAUSES.join(' union all ')}),
  paused as (
    select id, name, paused_at from source
    where ${CORE} and paused_at is not null
  ),
  core as (
    select count(*)::int as watched, case when count(last_ok_at) = count(*) then min(last_ok_at) end as read_until
    from source where ${WATCHED_CORE}
  )
  select app_now() as now, core.watched, core.read_until as "readUntil",
    (select json_agg(json_build_object('cause', cause, 'sourceId', source_id, 'name', name, 'since', since,
      'detail', detail) order by since, cause, source_id) from cause) as causes,
    (select json_agg(json_build_object('sourceId', id, 'name', name, 'since', paused_at) order by paused_at, id)
      from paused) as paused
  from core`;

/** Whether silence means anything now, and if not, why and since when. */
export async function readCalm(db: EntityManager, policy: Policy): Promise<Calm> {
  const grace = PERIODS_OF_GRACE * policy.canary.everyMinutes * 60;
  const [row] = await db.query<Row[]>(READING, [policy.collection.blindAfterSeconds, grace]);
  if (!row) throw new Error('the reading of calm returned nothing');
  const causes = (row.causes ?? []).map(inUtc);
  const paused = (row.paused ?? []).map(inUtc);
  return {
    seeing: causes.length === 0,
    blindSince: causes[0]?.since ?? null,
    causes,
    causeCount: causes.length,
    core: { watched: row.watched, readUntil: row.readUntil?.toISOString() ?? null },
    paused,
    pausedCount: paused.length,
    checkedAt: row.now.toISOString(),
  };
}

/** As a board is told it every few seconds: after a long outage a thousand sources may be unread. */
export function briefly(calm: Calm): Calm {
  const sources = calm.causes.filter(({ cause }) => cause === 'source').slice(0, ON_BOARD);
  const causes = calm.causes.filter((one) => one.cause !== 'source' || sources.includes(one));
  return { ...calm, causes, paused: calm.paused.slice(0, ON_BOARD) };
}

/** JSON of PostgreSQL names the offset of the session. */
function inUtc<T extends { since: string }>(row: T): T {
  return { ...row, since: new Date(row.since).toISOString() };
}
