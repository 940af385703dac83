import type { EntityManager } from 'typeorm';
import type { Audience, Policy } from '../domain/clocks/policy.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import { CANARY_FIRED } from '../journal/canary-kind.js';
import type { JournalRow } from '../journal/append.js';
import { noticeText } from '../notices/notice-text.js';
import { LEADERSHIP, type Reach, reachOf } from '../notices/recipients.js';
import type { Settings } from '../settings/settings.js';
import type { FiredThreshold } from './fired.js';

/** Drills and canaries are seen on the board and reach nobody outside it. */
const BOARD_ONLY: Reach = { channels: [{ channel: 'board', address: null }], missing: [] };

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
  const groups = byClock(fired.filter((one) => !one.over || one.rise || one.possibly !== null));
  const alertIds = await insertAlerts(tx, groups.flat());
  const reached = groups.map((group) => noticesOf(settings, group, alertIds));
  await insertNotices(
    tx,
    settings.policy,
    reached.flatMap((one) => one.outgoing),
  );
  return groups.flatMap((group, index) => journalRows(group, reached[index] ?? NOBODY));
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
function noticesOf(settings: Settings, group: FiredThreshold[], alertIds: Map<string, string>): Reached {
  const { outgoing, unreached }: Reached = { outgoing: [], unreached: [] };
  for (const [recipient, thresholds] of audienceOf(group)) {
    const last = thresholds.at(-1);
    const alertId = last && alertIds.get(nameOf(last));
    if (!last || !alertId) continue;
    const reach = last.channel === 'live' ? reachOf(recipient, settings) : BOARD_ONLY;
    unreached.push(...reach.missing.map((why) => ({ recipient, why })));
    for (const { channel, address } of reach.channels) {
      outgoing.push({ alertId, incidentId: last.incidentId, recipient, channel, address, thresholds });
    }
  }
  return { outgoing, unreached };
}

function audienceOf(group: FiredThreshold[]): Map<string, FiredThreshold[]> {
  const heard = new Map<string, FiredThreshold[]>();
  for (const one of group) {
    const recipients = new Set(one.audience.flatMap((audience) => recipientsOf(audience, one)));
    for (const recipient of recipients) heard.set(recipient, [...(heard.get(recipient) ?? []), one]);
  }
  return heard;
}

function recipientsOf(audience: Audience, { lead, co }: FiredThreshold): string[] {
  switch (audience) {
    case 'press_office':
      return [PRESS_OFFICE];
    case 'lead':
      return [lead];
    case 'co':
      return co;
    case 'leadership':
      return [LEADERSHIP];
  }
}

/** A board notice is delivered by the journal row itself; the others wait in the outbox. */
async function insertNotices(tx: EntityManager, policy: Policy, outgoing: Outgoing[]): Promise<void> {
  if (outgoing.length === 0) return;
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
      outgoing.map((one) =>
        JSON.stringify({ address: one.address, ...noticeText(policy, one.recipient, one.thresholds.map(told)) }),
      ),
    ],
  );
  await tx.query('notify notices');
}

function told(one: FiredThreshold) {
  return { ...one, lateMs: lateMs(one) };
}

function journalRows(group: FiredThreshold[], reached: Reached): JournalRow[] {
  if (group[0]?.channel === 'canary') return [canaryRow(group[0])];
  return group.map((one, index) => journalRow(one, index === group.length - 1 ? reached : null));
}

/** A self-check has this one row in the journal and no other, as short as it can be: they come every few minutes for years. */
function canaryRow({ incidentId }: FiredThreshold): JournalRow {
  return { kind: CANARY_FIRED, incidentId, actor: 'system:escalation', data: { channel: 'canary' } };
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
