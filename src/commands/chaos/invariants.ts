import type { DataSource } from 'typeorm';
import { OF_LADDER } from '../../clocks/ladder.js';
import { HELD } from '../../domain/clocks/thresholds.js';

/** One promise of the engine as a query: every row it returns breaks the promise. */
export interface Invariant {
  promise: PromiseName;
  zh: string;
  en: string;
  sql: string;
}
type PromiseName = 'missed' | 'doubled' | 'early' | 'undelivered' | 'untold';

/** Self-checks come and go by themselves. */
const LIVE = `(select c.*, i.number from incident_clock c join incident i on i.id = c.incident_id and i.channel = 'live')`;
const CYCLE = `(select * from ${LIVE} l where l.kind = 'follow_up')`;
const OVER = '(c.met_at is not null or c.waived_at is not null or c.missed_at is not null)';
/** Whether the duty had been answered or ended when the threshold was crossed. */
const OVER_THEN = `(c.waived_at <= t.fired_at or exists
  (select from evidence e where e.id = c.evidence_id and e.recorded_at <= t.fired_at))`;
/** How far a notice must have come to count as brought. */
export const ARRIVED = `('sent', 'delivered', 'seen', 'acknowledged')`;
/** Journal rows as tables: `of('threshold.fired')`. */
const told = (kind: string) =>
  `(select seq, body::jsonb->>'at' as at, body::jsonb->'data' as data from journal where kind = '${kind}')`;

/** A row for all may be followed by one for the press office and one that is held for the others. */
const base = (key: string) => `regexp_replace(${key}, '${HELD}$', '')`;

/** An acknowledgement takes the place of the rungs ahead, and its end theirs of it. */
const ladderRow = (table: string) => OF_LADDER.replaceAll('key', `${table}.key`);

export const INVARIANTS: readonly Invariant[] = [
  {
    promise: 'missed',
    zh: '到期未触发',
    en: 'due and not fired',
    sql: `select c.number, c.kind, t.key, t.version, t.fire_at, t.failures from clock_threshold t
      join ${LIVE} c on c.id = t.clock_id where t.outcome is null and t.fire_at <= app_now()`,
  },
  {
    promise: 'missed',
    zh: '已触发而无提醒',
    en: 'fired without an alert',
    sql: `select c.number, c.kind, t.key, t.version, t.fired_at from clock_threshold t join ${LIVE} c on c.id = t.clock_id
      where t.outcome = 'fired' and not coalesce(${OVER_THEN}, false)
        and not exists (select from deadline_alert a where (a.clock_id, a.key, a.version) = (t.clock_id, t.key, t.version))`,
  },
  {
    promise: 'missed',
    zh: '有提醒而未触发',
    en: 'an alert of what never fired',
    sql: `select a.* from deadline_alert a left join clock_threshold t
        on (t.clock_id, t.key, t.version) = (a.clock_id, a.key, a.version)
      where t.outcome is distinct from 'fired' or t.fired_at is null`,
  },
  {
    promise: 'missed',
    zh: '无据关闭',
    en: 'closed though the duty runs on',
    sql: `select c.number, c.kind, t.key, t.version from clock_threshold t join ${LIVE} c on c.id = t.clock_id
      where t.outcome = 'closed' and not ${OVER}`,
  },
  {
    promise: 'missed',
    zh: '被取代而无后继',
    en: 'superseded by nothing',
    sql: `select c.number, c.kind, t.key, t.version from clock_threshold t join ${LIVE} c on c.id = t.clock_id
      where t.outcome = 'superseded' and not t.audience <@ array(
        select unnest(o.audience) from clock_threshold o
        where o.clock_id = t.clock_id and ${base('o.key')} = ${base('t.key')}
          and (o.version > t.version or o.outcome = 'fired'))
        and not (${ladderRow('t')} and exists (select from clock_threshold o
          where o.clock_id = t.clock_id and ${ladderRow('o')} and o.version > t.version))`,
  },
  {
    promise: 'missed',
    zh: '立项而无时钟或阈值',
    en: 'a case without clocks or thresholds',
    sql: `select i.number, c.kind from incident i left join incident_clock c on c.incident_id = i.id
      where i.channel = 'live' and not exists (select from clock_threshold t where t.clock_id = c.id)`,
  },
  {
    promise: 'missed',
    zh: '持续发布周期逾期未接续',
    en: 'a cycle passed and no next one',
    sql: `select c.number, c.cycle_no, c.due_at from ${CYCLE} c
      where (c.met_at is not null or c.missed_at is not null or (c.waived_at is null and c.due_at < app_now()))
        and not exists (select from incident_clock o where o.incident_id = c.incident_id and o.kind = c.kind
          and o.cycle_no = c.cycle_no + 1 and o.start_at between c.start_at and c.due_at)`,
  },
  {
    promise: 'missed',
    zh: '已发布而无持续发布周期',
    en: 'released and no cycle begun',
    sql: `select c.number from ${LIVE} c join incident i on i.id = c.incident_id
      where c.kind = 'statement_5h' and c.met_at is not null and i.status <> 'dismissed' and i.level in ('I', 'II')
        and not exists (select from incident_clock o where o.incident_id = c.incident_id and o.kind = 'follow_up')`,
  },
  {
    promise: 'doubled',
    zh: '两个持续发布周期重叠',
    en: 'two cycles at one time',
    sql: `select c.number, c.cycle_no, o.cycle_no as other from ${CYCLE} c join incident_clock o
        on o.incident_id = c.incident_id and o.kind = c.kind and o.id > c.id
      where o.start_at = c.start_at or o.cycle_no = c.cycle_no
        or (c.met_at is null and c.missed_at is null and c.waived_at is null
          and o.met_at is null and o.missed_at is null and o.waived_at is null)`,
  },
  {
    promise: 'early',
    zh: '周期未到截止即判逾期',
    en: 'a cycle missed before its limit',
    sql: `select c.number, c.cycle_no from ${CYCLE} c where c.missed_at > app_now() or c.missed_at <> c.due_at`,
  },
  {
    promise: 'untold',
    zh: '周期起算未入审计链,或入链两次',
    en: 'a cycle begun and not in the journal once',
    sql: `select c.number, c.cycle_no, count(j.seq) from ${CYCLE} c
      left join journal j on j.incident_id = c.incident_id and j.kind <> 'threshold.fired'
        and body::jsonb->'data'->'clocks' @> jsonb_build_array(jsonb_build_object('id', c.id))
      group by c.id, 1, 2 having count(j.seq) <> 1`,
  },
  {
    promise: 'doubled',
    zh: '同一阈值两次提醒',
    en: 'two alerts of one threshold',
    sql: `select clock_id, key, version, count(*) from deadline_alert group by 1, 2, 3 having count(*) > 1`,
  },
  {
    promise: 'doubled',
    zh: '同一提醒、收件方、渠道两条通知',
    en: 'two notices of one alert, recipient and channel',
    sql: `select alert_id, report_id, paper_id, recipient_id, channel, count(*) from notice group by 1, 2, 3, 4, 5 having count(*) > 1`,
  },
  {
    promise: 'doubled',
    zh: '同一阈值向同一收件方通知两次',
    en: 'one threshold told twice to one recipient over one channel',
    sql: `select a.clock_id, n.recipient_id, n.channel, told->>'key' as key, told->>'fireAt' as fire_at, count(*)
      from notice n join deadline_alert a on a.id = n.alert_id, jsonb_array_elements(n.payload->'thresholds') told
      group by 1, 2, 3, 4, 5 having count(*) > 1`,
  },
  {
    promise: 'doubled',
    zh: '一次送达两次入账',
    en: 'one delivery recorded twice',
    sql: `select notice_id, count(*) from delivery_attempt where ok group by 1 having count(*) > 1`,
  },
  {
    promise: 'early',
    zh: '早于时刻触发',
    en: 'fired before its moment',
    sql: `select t.clock_id, t.key, t.version, t.fire_at, t.fired_at, a.detected_at from clock_threshold t
      left join deadline_alert a on (a.clock_id, a.key, a.version) = (t.clock_id, t.key, t.version)
      where least(t.fired_at, a.detected_at) < t.fire_at`,
  },
  {
    promise: 'undelivered',
    zh: '通知未送达',
    en: 'a notice not sent',
    sql: `select n.id, n.recipient_id, n.channel, n.state, n.attempts, n.next_at, n.lease_until from notice n
      join incident i on i.id = n.incident_id and i.channel = 'live'
      left join deadline_alert a on a.id = n.alert_id left join incident_clock c on c.id = a.clock_id
      where n.state not in ${ARRIVED} and not (n.state = 'closed' and coalesce(${OVER}, false))`,
  },
  {
    promise: 'undelivered',
    zh: '提醒无人获知',
    en: 'an alert that no notice tells of',
    sql: `select c.number, c.kind, a.key, a.version from deadline_alert a join ${LIVE} c on c.id = a.clock_id
      where not exists (select from notice n join deadline_alert b on b.id = n.alert_id,
          jsonb_array_elements(n.payload->'thresholds') told
        where b.clock_id = a.clock_id and told->>'key' = a.key and n.channel <> 'board')`,
  },
  {
    promise: 'undelivered',
    zh: '已送达而无成功的尝试',
    en: 'sent without a successful attempt',
    sql: `select n.id, n.channel, n.attempts from notice n where n.state in ('sent', 'delivered', 'seen', 'acknowledged') and n.channel <> 'board'
      and not exists (select from delivery_attempt d where d.notice_id = n.id and d.ok)`,
  },
  {
    promise: 'untold',
    zh: '触发未入审计链,或入链两次',
    en: 'fired and not in the journal once',
    sql: `select a.clock_id, a.key, a.version, count(j.seq) from deadline_alert a join ${LIVE} c on c.id = a.clock_id
      left join ${told('threshold.fired')} j on j.data->>'clockId' = a.clock_id::text and j.data->>'key' = a.key
        and (j.data->>'version')::int = a.version
      group by 1, 2, 3 having count(j.seq) <> 1`,
  },
  {
    promise: 'untold',
    zh: '审计链所记并未发生',
    en: 'in the journal, but not so',
    sql: `select j.seq, j.data->>'key' as key from ${told('threshold.fired')} j
      where not exists (select from deadline_alert a where a.clock_id::text = j.data->>'clockId'
        and a.key = j.data->>'key' and a.version = (j.data->>'version')::int)`,
  },
  {
    promise: 'untold',
    zh: '送达未入审计链,或入链两次',
    en: 'sent and not in the journal once',
    sql: `select n.id, count(j.seq) from notice n
      left join ${told('notice.sent')} j on j.data->>'noticeId' = n.id::text
      where n.state in ('sent', 'delivered', 'seen', 'acknowledged') and n.channel <> 'board' group by 1 having count(j.seq) <> 1`,
  },
  {
    promise: 'untold',
    zh: '立项未入审计链,或入链两次',
    en: 'a case opened and not in the journal once',
    sql: `select i.number, count(j.seq) from incident i
      left join journal j on j.incident_id = i.id and j.kind = 'incident.opened'
      where i.channel = 'live' group by i.id having count(j.seq) <> 1`,
  },
];

/** What broke a promise, with the rows that show it. */
export interface Violation {
  promise: string;
  zh: string;
  en: string;
  rows: unknown[];
}

/** @returns the broken ones; none is what is hoped for */
export async function brokenInvariants(db: Pick<DataSource, 'query'>): Promise<Violation[]> {
  const broken: Violation[] = [];
  for (const { sql, ...said } of INVARIANTS) {
    const rows = await db.query<unknown[]>(sql);
    if (rows.length > 0) broken.push({ ...said, rows });
  }
  return broken;
}
