import type { EntityManager } from 'typeorm';
import { IS_ON } from '../../campaigns/source-window.js';
import type { Collection } from '../../domain/clocks/policy.js';
import type { VisitJob } from '../../queues/queues.js';
import { IS_FREE } from './host-turns.js';

/** A promised visit must begin within this time, else it counts as never started. */
const CLAIM_SECONDS = 20;

/** SQL over `source`: its visit may be promised. */
const MAY_BE_VISITED = `s.enabled and s.paused_at is null and s.claim_until is null and ${IS_ON}`;

/**
 * The claim holds the source's row and its host's turn in one statement. The most urgent first: not visited for the largest share
 * of its tier's slowest gap. So core sources come first, all of a crowded host in turn, and none waits for ever.
 */
const CLAIM = `
  with waiting as (
    select s.id, s.host, extract(epoch from app_now() - coalesce(s.last_visit_at, s.next_visit_at))::float8 / tier.slowest
      + case when s.last_visit_at is null then 1 else 0 end as urgency
    from source s join (values ('core', $3::float8), ('regular', $4::float8), ('wide', $5::float8)) tier (name, slowest)
      on tier.name = s.tier
    left join host_turn t on t.host = s.host
    where ${MAY_BE_VISITED} and s.next_visit_at <= app_now() and (t.host is null or (${IS_FREE}))
  ), foremost as (
    select distinct on (host) id, urgency from waiting order by host, urgency desc, id
  ), chosen as (
    select id from foremost order by urgency desc
    limit greatest(0, $1 - (select count(*) from source where claim_until = claimed_at + make_interval(secs => $2)))
  ), held as (
    select s.id, s.host from source s
    where s.id = any(array(select id from chosen)) and ${MAY_BE_VISITED} and s.next_visit_at <= app_now()
    for update of s skip locked
  ), turns as (
    insert into host_turn as t (host, holder, busy_until)
    select host, gen_random_uuid(), app_now() + make_interval(secs => $2) from held order by host
    on conflict (host) do update set holder = excluded.holder, busy_until = excluded.busy_until where ${IS_FREE}
    returning host, holder
  ), claimed as (
    update source s set claimed_at = app_now(), claim_until = app_now() + make_interval(secs => $2)
    from held join turns using (host) where s.id = held.id
    returning s.id as "sourceId", s.host, turns.holder as turn, s.claimed_at as "claimedAt"
  ) select * from claimed`;

type Claimed = Omit<VisitJob, 'claimedAt'> & { claimedAt: Date };

const jobOf = (row: Claimed): VisitJob => ({ ...row, claimedAt: row.claimedAt.toISOString() });

/**
 * Promises visits of sources that are due: at most one for each host, and only where the host is free.
 * @param most visits that there is room for; promised ones that have not begun yet are taken off
 */
export async function claimDueVisits(
  db: EntityManager,
  { core, regular, wide }: Collection,
  most: number,
): Promise<VisitJob[]> {
  if (most <= 0) return [];
  const rows = await db.query<Claimed[]>(CLAIM, [most, CLAIM_SECONDS, core.slowest, regular.slowest, wide.slowest]);
  return rows.map(jobOf);
}

/** Promises a visit now, whether or not it is due and its host is free: for trials and measuring. Null for a source that is not visited. */
export async function claimOutOfTurn(db: EntityManager, sourceId: string): Promise<VisitJob | null> {
  const [row] = await db.query<Claimed[]>(
    `with held as (
       select id, host from source where id = $1 and enabled and paused_at is null for update
     ), turns as (
       insert into host_turn (host, holder, busy_until)
       select host, gen_random_uuid(), app_now() + make_interval(secs => $2) from held
       on conflict (host) do update set holder = excluded.holder, busy_until = excluded.busy_until
       returning host, holder
     ), claimed as (
       update source s set claimed_at = app_now(), claim_until = app_now() + make_interval(secs => $2)
       from held join turns using (host) where s.id = held.id
       returning s.id as "sourceId", s.host, turns.holder as turn, s.claimed_at as "claimedAt"
     ) select * from claimed`,
    [sourceId, CLAIM_SECONDS],
  );
  return row ? jobOf(row) : null;
}
