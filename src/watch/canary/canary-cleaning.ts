import type { EntityManager } from 'typeorm';
import { CANARY_SOURCE } from './canary-period.js';
import { RUNS_KEPT } from './canary-report.js';

/** Rows of the runs themselves. */
const RUN_DAYS = 7;

/** Once a self-check has fired, or has had its time, its clocks have nothing more to say. */
export async function quietClocks(tx: EntityManager, timeMs: number): Promise<void> {
  await tx.query(
    `update clock_threshold set outcome = 'closed' where outcome is null and clock_id in (
       select c.id from incident i join incident_clock c on c.incident_id = i.id
       where i.channel = 'canary' and (i.opened_at < app_now() - make_interval(secs => $1) or exists (
         select from incident_clock o join clock_threshold t on t.clock_id = o.id
         where o.incident_id = i.id and t.outcome = 'fired')))`,
    [timeMs / 1_000],
  );
}

const OLD_CASES = `(select id from incident where channel = 'canary' and opened_at < $1)`;
const OLD_CLOCKS = `(select id from incident_clock where incident_id in ${OLD_CASES})`;

/** What a self-check leaves, from the leaves to the root. The journal's row stays: it names ids only. */
const CLEANING = [
  `delete from notice where incident_id in ${OLD_CASES}`,
  `delete from deadline_alert where clock_id in ${OLD_CLOCKS}`,
  `delete from clock_threshold where clock_id in ${OLD_CLOCKS}`,
  `delete from incident_clock where incident_id in ${OLD_CASES}`,
  `delete from article where source_id = '${CANARY_SOURCE}' and fetched_at < $1`,
  `delete from story where channel = 'canary' and last_joined_at < $1
     and not exists (select from article a where a.story_id = story.id)`,
  `delete from incident where channel = 'canary' and opened_at < $1
     and not exists (select from story s where s.incident_id = incident.id)`,
];

const BODIES = `
  with gone as (delete from response_body where source_id = $2 and fetched_at < $1 returning blob)
  delete from response_blob b where sha256 in (select blob from gone)
    and not exists (select from response_body r where r.blob = b.sha256 and not (r.source_id = $2 and r.fetched_at < $1))`;

/** Removes what older runs have left, so that nothing grows; the newest ${RUNS_KEPT} runs stay to be looked at. */
export async function cleanUp(tx: EntityManager): Promise<void> {
  const [oldest] = await tx.query<{ startedAt: Date }[]>(
    'select started_at as "startedAt" from canary_run order by slot desc offset $1 limit 1',
    [RUNS_KEPT - 1],
  );
  if (!oldest) return;
  for (const statement of CLEANING) await tx.query(statement, [oldest.startedAt]);
  await tx.query(BODIES, [oldest.startedAt, CANARY_SOURCE]);
  await tx.query('delete from visit where source_id = $2 and started_at < $1', [oldest.startedAt, CANARY_SOURCE]);
  await tx.query('delete from canary_run where started_at < app_now() - make_interval(days => $1)', [RUN_DAYS]);
}
