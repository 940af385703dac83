import type { AuditRule } from '../../domain/audit.js';

/** One thing that must never be so, as a query over committed rows: each row of its answer is a finding. */
export interface AuditCheck {
  rule: AuditRule;
  /** Answers `subject` and `detail`, as a Finding has them; the oldest first. */
  sql: string;
}

/** Findings of one check that are told apart; more of a kind say nothing new. */
const MOST = 50;

/** Self-checks and drills come and go by themselves. */
const LIVE = `i.channel = 'live' and i.status <> 'dismissed'`;
const CLOCK = `incident_clock c join incident i on i.id = c.incident_id and ${LIVE}`;
const RUNS = 'c.met_at is null and c.waived_at is null and c.missed_at is null';
const OF_CLOCK = `'incidentId', c.incident_id, 'clockId', c.id, 'clockKind', c.kind`;

/** A sweep comes every second and sets aside what fails: half a minute is long. */
const OVERDUE_THRESHOLD = `
  select t.id::text as subject,
    jsonb_build_object(${OF_CLOCK}, 'key', t.key, 'fireAt', t.fire_at, 'failures', t.failures) as detail
  from clock_threshold t join ${CLOCK} on c.id = t.clock_id
  where t.outcome is null and t.fire_at < app_now() - interval '30 seconds'
    and t.placed_at < app_now() - interval '30 seconds'
  order by t.fire_at, t.id`;

/**
 * By the policy with which the case began; the office's own table counts once it is adopted. Continued release is owed once the first
 * release is out, and its next cycle within the sweep after a limit.
 */
const CASE_WITHOUT_CLOCK = `
  select i.id || ' ' || (r->>'kind') as subject,
    jsonb_build_object('incidentId', i.id, 'clockKind', r->>'kind', 'level', i.level) as detail
  from incident i join policy_version v on v.version = i.rule_version, jsonb_array_elements(v.body->'clocks') r
  where ${LIVE} and r->'startsFor'->'levels' ? i.level and r->'startsFor'->'bases' ? i.basis
    and (i.basis <> 'INTERNAL' or (v.body->'internalTableAdopted' = 'true'
      and v.body->'internalLevelTriggersStatutoryClock'->i.level = 'true'))
    and case when r->>'kind' <> 'follow_up'
      then not exists (select from incident_clock c where c.incident_id = i.id and c.kind = r->>'kind')
      else exists (select from incident_clock c where c.incident_id = i.id and c.kind = 'statement_5h' and c.met_at is not null)
        and not exists (select from incident_clock c where c.incident_id = i.id and c.kind = 'follow_up'
          and (c.waived_at is not null or ${RUNS} and c.due_at > app_now() - interval '30 seconds')) end
  order by i.opened_at, i.id`;

const CLOCK_WITHOUT_THRESHOLD = `
  select c.id::text as subject, jsonb_build_object(${OF_CLOCK}) as detail from ${CLOCK}
  where ${RUNS}
    and not exists (select from clock_threshold t where t.clock_id = c.id and (t.outcome is null or t.outcome = 'fired'))
  order by c.due_at, c.id`;

/** Instants are kept in ms. */
const WRONG_DUE = `
  select c.id::text as subject,
    jsonb_build_object(${OF_CLOCK}, 'startAt', c.start_at, 'dueAt', c.due_at, 'hours', r->'hours') as detail
  from ${CLOCK} join policy_version v on v.version = c.rule_version, jsonb_array_elements(v.body->'clocks') r
  where ${RUNS} and r->>'kind' = c.kind
    and not exists (
      select from (
        select r->'hours' as hours union all select r->'newFactHours'
        union all select closer->'hours' from jsonb_array_elements(coalesce(r->'closer', '[]')) closer) allowed
      where abs(extract(epoch from c.due_at - c.start_at) - hours::numeric * 3600) < 0.002)
  order by c.due_at, c.id`;

const POLICY_UNKNOWN = `
  select c.id::text as subject, jsonb_build_object(${OF_CLOCK}, 'version', c.rule_version) as detail from ${CLOCK}
  where ${RUNS} and not exists (select from policy_version v where v.version = c.rule_version)
  order by c.due_at, c.id`;

/** Several are told in one notice, whichever alert it hangs on. Of a restricted matter it may be that nobody may know. */
const ALERT_WITHOUT_NOTICE = `
  select a.id::text as subject, jsonb_build_object(${OF_CLOCK}, 'key', a.key, 'alertId', a.id) as detail
  from deadline_alert a join ${CLOCK} on c.id = a.clock_id
  where ${RUNS} and i.restricted_to is null
    and not exists (
      select from deadline_alert b join notice n on n.alert_id = b.id
      where b.clock_id = a.clock_id and (b.id = a.id
        or n.payload->'thresholds' @> jsonb_build_array(jsonb_build_object('key', a.key))))
  order by a.detected_at, a.id`;

/** Due and not tried, or taken and never given back, or held beyond the end of the quiet hours. */
const STUCK_NOTICE = `
  select n.id::text as subject, jsonb_build_object('incidentId', n.incident_id, 'channel', n.channel, 'state', n.state,
    'attempts', n.attempts, 'nextAt', n.next_at, 'leaseUntil', n.lease_until) as detail
  from notice n join incident i on i.id = n.incident_id and i.channel = 'live'
  where n.state in ('pending', 'held') and n.next_at < app_now() - interval '2 minutes'
    and coalesce(n.lease_until < app_now() - interval '2 minutes', true)
  order by n.next_at, n.id`;

const POLICY_REFUSED = `
  select digest as subject, jsonb_build_object('faults', faults) as detail from policy_refusal order by seen_at, digest`;

const CLOCK_SUSPECT = `
  select 'clock' as subject, jsonb_build_object('jumpMs', clock_jump_ms) as detail
  from sweep where clock_suspect_since is not null`;

/** Files are tried every minute. */
const ANCHOR_NOT_KEPT = `
  select day as subject, jsonb_build_object('faults', jsonb_build_array(day || ': ' || coalesce(fault, 'DATA_DIR'))) as detail
  from journal_anchor where kept_at is null and made_at < app_now() - interval '5 minutes' order by day`;

/** All checks that are queries; the journal is read piece by piece besides. */
export const AUDIT_CHECKS: readonly AuditCheck[] = (
  [
    ['overdue_threshold', OVERDUE_THRESHOLD],
    ['case_without_clock', CASE_WITHOUT_CLOCK],
    ['clock_without_threshold', CLOCK_WITHOUT_THRESHOLD],
    ['wrong_due', WRONG_DUE],
    ['policy_unknown', POLICY_UNKNOWN],
    ['alert_without_notice', ALERT_WITHOUT_NOTICE],
    ['stuck_notice', STUCK_NOTICE],
    ['anchor_not_kept', ANCHOR_NOT_KEPT],
    ['policy_refused', POLICY_REFUSED],
    ['clock_suspect', CLOCK_SUSPECT],
  ] as const
).map(([rule, sql]) => ({ rule, sql: `${sql} limit ${MOST}` }));
