import { blindFrom, isBlind, WATCHED_CORE } from '../ingestion/blindness.js';

/**
 * SQL of each cause of blindness as rows (cause, source_id, name, since, detail), none while all is well. `$1` is the budget,
 * policy.collection.blindAfterSeconds, `$2` the time a first self-check has, seconds. Each is a look into an index or into the sources: the board asks every 5 s.
 */
const noCoreSource = `
  select 'no_core_source' as cause, null as source_id, null as name,
    coalesce((select since from core_absence), app_now()) as since, null as detail
  where not exists (select from source where ${WATCHED_CORE})`;

const unreadSource = `
  select 'source', id, name, least(${blindFrom('$1')}, app_now()), last_outcome
  from source where ${WATCHED_CORE} and ${isBlind('$1')}`;

const backlog = `
  select 'judging', null, null, fetched_at + make_interval(secs => $1), null
  from (select fetched_at from article where judged_at is null order by fetched_at limit 1) oldest
  where fetched_at + make_interval(secs => $1) < app_now()`;

const brokenCanary = `
  select 'canary', null, null, since, stage from canary_breakage where ended_at is null`;

/**
 * Nobody begins self-checks any more, so nobody notes that they are broken either; or nobody ever did, though there has been
 * time for it since the first source was known.
 */
const noCanary = `
  select 'canary', null, null, since, 'start' from (
    select coalesce(max(complete_at), min(started_at), known) as since,
      coalesce(max(next_by), known + make_interval(secs => $2)) as late
    from (select min(created_at) as known from source) first left join canary_run on true group by known
  ) last
  where late < app_now() and not exists (select from canary_breakage where ended_at is null)`;

export const CAUSES: readonly string[] = [noCoreSource, unreadSource, backlog, brokenCanary, noCanary];
