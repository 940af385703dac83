import type { EntityManager } from 'typeorm';
import { policiesOf } from '../clocks/policy-versions.js';
import { ACK_EXPIRES, postOfRung, unreachedPost } from '../domain/clocks/ladder.js';
import type { Hearer } from '../domain/clocks/policy.js';
import type { BureauUnit } from '../domain/routing/routing-rules.js';
import { CANARY_FIRED } from '../journal/canary-kind.js';
import type { JournalRow } from '../journal/append.js';
import { noticeText, type ToldThreshold } from '../notices/notice-text.js';
import { openingWays } from '../notices/opening-ways.js';
import { ownWays } from '../roster/own-ways.js';
import { postOf } from '../roster/post-check.js';
import { readRoster, type Roster } from '../roster/roster-reading.js';
import { BOARD, type Reachable } from '../roster/way.js';
import { isDeskStaffed, standing } from '../roster/who-stands.js';
import type { Settings } from '../settings/settings.js';
import type { FiredThreshold } from './fired.js';

const NO_PEOPLE: Roster = { people: [], shifts: [], campaigns: [], waysOf: new Map() };

/** What a sweep asks when it tells: the settings as loaded, the roster as it stood at the sweep. */
interface Asked {
  settings: Settings;
  roster: Roster;
}

interface Outgoing {
  alertId: string;
  incidentId: string;
  recipient: string;
  channel: string;
  address: string | null;
  thresholds: FiredThreshold[];
}

/** What is told with the last threshold of a clock: who hears of it, and who cannot be reached. */
interface Reached {
  outgoing: Outgoing[];
  unreached: { recipient: string; why: string }[];
}

const NOBODY: Reached = { outgoing: [], unreached: [] };

/**
 * Writes what the fired thresholds of a sweep mean: an alert for each, notices for those who must hear, journal rows.
 * Several thresholds of one clock crossed at once (after downtime, or a case opened late) give one bundled notice.
 */
export async function raiseAlerts(
  tx: EntityManager,
  settings: Settings,
  fired: FiredThreshold[],
): Promise<JournalRow[]> {
  const groups = byClock(fired.filter((one) => !one.over || isToBeDone(one)));
  const alertIds = await insertAlerts(tx, groups.flat());
  if (groups.length === 0) return [];
  const asked = { settings, roster: await readRoster(tx) };
  const reached = groups.map((group) => noticesOf(asked, group, alertIds));
  await insertNotices(
    tx,
    settings,
    reached.flatMap((one) => one.outgoing),
  );
  return [
    ...groups.flatMap((group, index) => journalRows(group, reached[index] ?? NOBODY)),
    ...nobodyOnDuty(asked.roster, groups.flat()),
  ];
}

const CHANGES_HANDS = ['assigned', 'returned', 'handed_over'];

/** Told of though the duty is answered: there is something to decide, or the case itself has come to somebody. */
function isToBeDone({ rise, possibly, ownRelease, key }: FiredThreshold): boolean {
  return rise || possibly !== null || ownRelease !== null || CHANGES_HANDS.includes(key);
}

/** How late the system itself was, ms: from the true instant, or from the writing of a row that was late already. */
export function lateMs(one: FiredThreshold): number {
  return Math.max(0, one.detectedAt.getTime() - Math.max(one.fireAt.getTime(), one.placedAt.getTime()));
}

function byClock(fired: FiredThreshold[]): FiredThreshold[][] {
  const groups = new Map<string, FiredThreshold[]>();
  for (const one of fired) {
    const group = groups.get(one.clockId);
    if (group) group.push(one);
    else groups.set(one.clockId, [one]);
  }
  return [...groups.values()];
}

/** One statement for all of a sweep. @returns alert ids by the threshold they tell of */
async function insertAlerts(tx: EntityManager, fired: FiredThreshold[]): Promise<Map<string, string>> {
  const rows = await tx.query<({ id: string } & Pick<FiredThreshold, 'clockId' | 'key' | 'version'>)[]>(
    `insert into deadline_alert (clock_id, key, version, due_at, detected_at, late_ms)
     select * from unnest($1::uuid[], $2::text[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::bigint[])
     on conflict do nothing returning id, clock_id as "clockId", key, version`,
    [
      fired.map((one) => one.clockId),
      fired.map((one) => one.key),
      fired.map((one) => one.version),
      fired.map((one) => one.fireAt),
      fired.map((one) => one.detectedAt),
      fired.map(lateMs),
    ],
  );
  return new Map(rows.map((row) => [nameOf(row), row.id]));
}

const nameOf = ({ clockId, key, version }: Pick<FiredThreshold, 'clockId' | 'key' | 'version'>): string =>
  `${clockId} ${version} ${key}`;

/** Who hears of it, over which channels; and who could not be reached, with the reason. */
function noticesOf(asked: Asked, group: FiredThreshold[], alertIds: Map<string, string>): Reached {
  const { outgoing, unreached }: Reached = { outgoing: [], unreached: [] };
  for (const { who, thresholds } of audienceOf(asked, group)) {
    const last = thresholds.at(-1);
    const alertId = last && alertIds.get(nameOf(last));
    if (!last || !alertId) continue;
    const { recipient, missing } = who;
    unreached.push(...missing.map((why) => ({ recipient, why })));
    for (const { channel, address } of openingWays(who)) {
      outgoing.push({ alertId, incidentId: last.incidentId, recipient, channel, address, thresholds });
    }
  }
  return { outgoing, unreached };
}

interface Hearing {
  who: Reachable;
  thresholds: FiredThreshold[];
}

function audienceOf(asked: Asked, group: FiredThreshold[]): Iterable<Hearing> {
  const heard = new Map<string, Hearing>();
  for (const one of group) {
    const who = one.audience.flatMap((audience) => hearers(asked, audience, one));
    for (const [recipient, each] of new Map(who.map((each) => [each.recipient, each]))) {
      const before = heard.get(recipient)?.thresholds ?? [];
      heard.set(recipient, { who: each, thresholds: [...before, one] });
    }
  }
  return heard.values();
}

/** Drills and canaries are seen on the board and reach nobody outside it. */
function hearers({ settings, roster }: Asked, audience: Hearer, one: FiredThreshold): Reachable[] {
  if (audience === 'acknowledger') return acknowledger({ settings, roster }, one);
  if (one.channel === 'live') return standing(roster, settings, postOf(audience), one);
  return standing(NO_PEOPLE, settings, postOf(audience), one).map((who) => ({ ...who, ways: [BOARD], missing: [] }));
}

/** Who has taken the case, or has it in hand since, while he may know of it. */
function acknowledger({ settings, roster }: Asked, one: FiredThreshold): Reachable[] {
  const { restrictedTo } = one;
  const who = one.holder ?? one.acknowledgedBy;
  const active = roster.people.some(({ accountId }) => accountId === who);
  if (who === null || !active || restrictedTo?.includes(who) === false) return [];
  return [ownWays(who, roster.waysOf.get(who) ?? [], settings)];
}

/** A row for each case whose desk should have heard while nobody had the turn: its duty officers were told instead. */
function nobodyOnDuty(roster: Roster, fired: FiredThreshold[]): JournalRow[] {
  if (isDeskStaffed(roster)) return [];
  const cases = fired.filter((one) => one.channel === 'live' && one.audience.includes('press_office'));
  const told = roster.people.filter((one) => one.role === 'duty_officer').map((one) => one.accountId);
  return [...new Set(cases.map((one) => one.incidentId))].map((incidentId) => ({
    kind: 'duty.nobody',
    incidentId,
    actor: 'system:escalation',
    data: { told },
  }));
}

/** A board notice is delivered by the journal row itself; the others wait in the outbox. */
async function insertNotices(tx: EntityManager, { policy, rules }: Settings, outgoing: Outgoing[]): Promise<void> {
  if (outgoing.length === 0) return;
  const policies = await policiesOf(
    tx,
    policy,
    outgoing.flatMap(({ thresholds }) => thresholds.map((one) => one.ruleVersion)),
  );
  const textOf = ({ recipient, thresholds }: Outgoing) =>
    noticeText(
      policies.get(thresholds.at(-1)?.ruleVersion ?? '') ?? policy,
      recipient,
      thresholds.map((one) => told(one, rules.bureaus.units)),
    );
  await tx.query(
    `insert into notice (alert_id, incident_id, recipient_id, channel, state, payload, next_at, sent_at)
     select alert_id, incident_id, recipient_id, channel,
       case channel when 'board' then 'sent' else 'pending' end, payload, app_now(),
       case channel when 'board' then app_now() end
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[])
       as t (alert_id, incident_id, recipient_id, channel, payload)
     on conflict do nothing`,
    [
      outgoing.map((one) => one.alertId),
      outgoing.map((one) => one.incidentId),
      outgoing.map((one) => one.recipient),
      outgoing.map((one) => one.channel),
      outgoing.map((one) => JSON.stringify({ address: one.address, ...textOf(one) })),
    ],
  );
  await tx.query('notify notices');
}

function told(one: FiredThreshold, units: readonly BureauUnit[]): ToldThreshold {
  const { sentBack } = one;
  const unit = units.find(({ code }) => code === sentBack?.bureau);
  return {
    ...one,
    lateMs: lateMs(one),
    sentBack: sentBack && {
      bureau: { zh: unit?.nameZh ?? sentBack.bureau, en: unit?.nameEn ?? sentBack.bureau },
      reason: sentBack.reason,
    },
  };
}

function journalRows(group: FiredThreshold[], reached: Reached): JournalRow[] {
  if (group[0]?.channel === 'canary') return [canaryRow(group[0])];
  const rows = group.map((one, index) => journalRow(one, index === group.length - 1 ? reached : null));
  return [...rows, ...group.flatMap(ladderRow)];
}

/** A self-check has this one row in the journal and no other, as short as it can be: they come every few minutes for years. */
function canaryRow({ incidentId }: FiredThreshold): JournalRow {
  return { kind: CANARY_FIRED, incidentId, actor: 'system:escalation', data: { channel: 'canary' } };
}

/** What a row of the ladder means beside having fired. */
function ladderRow({
  key,
  skipped,
  incidentId,
  clockId,
  clockKind,
  acknowledgedBy,
  fireAt,
}: FiredThreshold): JournalRow[] {
  const row = { incidentId, actor: 'system:escalation' };
  if (skipped !== undefined)
    return [
      {
        ...row,
        kind: 'rung.skipped',
        data: { clockId, clockKind, post: postOfRung(key) ?? unreachedPost(key), reason: skipped },
      },
    ];
  if (key !== ACK_EXPIRES) return [];
  return [{ ...row, kind: 'acknowledgement.expired', data: { clockId, clockKind, by: acknowledgedBy, at: fireAt } }];
}

function journalRow(one: FiredThreshold, notices: Reached | null): JournalRow {
  return {
    kind: 'threshold.fired',
    incidentId: one.incidentId,
    actor: 'system:escalation',
    data: {
      clockId: one.clockId,
      clockKind: one.clockKind,
      key: one.key,
      version: one.version,
      fireAt: one.fireAt,
      dueAt: one.dueAt,
      lateMs: lateMs(one),
      lead: one.lead,
      notices: notices?.outgoing.map(({ recipient, channel }) => ({ recipient, channel })) ?? [],
      unreached: notices?.unreached ?? [],
    },
  };
}
