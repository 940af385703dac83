import { type EntityManager, IsNull } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { policyOf } from '../clocks/policy-versions.js';
import type { JournalLine } from '../contract/incident.js';
import type { LadderView, RungView } from '../contract/ladder.js';
import { ACK_EXPIRES, ladderOf, RUNG } from '../domain/clocks/ladder.js';
import type { Policy, RungPost } from '../domain/clocks/policy.js';

interface PlacedRung {
  key: string;
  fireAt: Date;
  outcome: 'fired' | 'superseded' | 'closed' | null;
  told: string[];
}

/** The ladder of a case by its own policy, with what has become of each rung; null: its duties have none. */
export async function ladderView(
  db: EntityManager,
  current: Policy,
  incidentId: string,
  journal: JournalLine[],
): Promise<LadderView | null> {
  const [clock] = await db.find(IncidentClock, {
    where: { incidentId, waivedAt: IsNull() },
    order: { dueAt: 'ASC', kind: 'ASC' },
    take: 1,
  });
  const rule = clock && ladderOf(await policyOf(db, current, clock.ruleVersion), clock.kind);
  if (!rule) return null;
  const rows = new Map((await latestRows(db, clock.id)).map((row) => [row.key, row]));
  const expiry = rows.get(ACK_EXPIRES);
  return {
    rungs: rule.rungs.map(({ post }) =>
      rungView(post, rows.get(`${RUNG}${post}`), whySkipped(journal, clock.id, post)),
    ),
    acknowledgedUntil: expiry?.outcome === null ? expiry.fireAt.toISOString() : null,
  };
}

/** The last row of each key, with those it was told to. */
function latestRows(db: EntityManager, clockId: string): Promise<PlacedRung[]> {
  return db.query<PlacedRung[]>(
    `select distinct on (t.key) t.key, t.fire_at as "fireAt", t.outcome, array(
       select distinct n.recipient_id from deadline_alert a join notice n on n.alert_id = a.id
       where a.clock_id = t.clock_id and a.detected_at = t.fired_at
         and n.payload->'thresholds' @> jsonb_build_array(jsonb_build_object('key', t.key))
       order by 1) as told
     from clock_threshold t where t.clock_id = $1 and (t.key like '${RUNG}%' or t.key = '${ACK_EXPIRES}')
     order by t.key, t.version desc`,
    [clockId],
  );
}

/** Why the rung was passed over when it fired last; null: it was not. */
function whySkipped(journal: JournalLine[], clockId: string, post: RungPost): RungView['reason'] {
  const isOwn = ({ data }: JournalLine) => data.clockId === clockId;
  const fired = journal.findLast(
    (row) => row.kind === 'threshold.fired' && isOwn(row) && row.data.key === `${RUNG}${post}`,
  );
  const skipped = journal.findLast((row) => row.kind === 'rung.skipped' && isOwn(row) && row.data.post === post);
  if (!fired || !skipped || skipped.seq < fired.seq) return null;
  const { reason } = skipped.data;
  return reason === 'nobody' || reason === 'unreachable' || reason === 'undelivered' ? reason : null;
}

function rungView(post: RungPost, row: PlacedRung | undefined, reason: RungView['reason']): RungView {
  const fireAt = row?.fireAt.toISOString() ?? null;
  if (row?.outcome === null) return { post, state: 'ahead', fireAt, reason: null, told: [] };
  if (row?.outcome !== 'fired') return { post, state: 'stopped', fireAt, reason: null, told: [] };
  return reason === null
    ? { post, state: 'told', fireAt, reason, told: row.told }
    : { post, state: 'skipped', fireAt, reason, told: [] };
}
