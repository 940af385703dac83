import type { EntityManager } from 'typeorm';
import { postOfRung, RUNG, RUNG_UNREACHED } from '../domain/clocks/ladder.js';
import type { ClaimedNotice } from './claimed-notice.js';

/**
 * When the last notice of a rung has failed for good, on every way of everyone it told, a row of its ladder is due now: the sweep
 * tells the desk and the next rung. Nothing is due once somebody has taken the case, the duty is answered, or somebody has seen it on
 * the board.
 */
export async function markUnreached(
  tx: EntityManager,
  { id, payload }: Pick<ClaimedNotice, 'id' | 'payload'>,
): Promise<void> {
  for (const post of payload.thresholds.flatMap(({ key }) => postOfRung(key) ?? [])) {
    // Of two that fail at one moment the second must see the first.
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended(a.clock_id || $2, 0))
       from notice n join deadline_alert a on a.id = n.alert_id where n.id = $1`,
      [id, post],
    );
    await tx.query(
      `insert into clock_threshold (clock_id, key, version, fire_at)
       select c.id, $2, a.version, app_now()
       from notice n join deadline_alert a on a.id = n.alert_id join incident_clock c on c.id = a.clock_id
         join incident i on i.id = c.incident_id
       where n.id = $1 and c.met_at is null and c.waived_at is null and i.acknowledged_at is null
         and not exists (
           select from notice o join deadline_alert b on b.id = o.alert_id
           where o.incident_id = n.incident_id and b.clock_id = c.id and b.detected_at = a.detected_at
             and o.payload->'thresholds' @> jsonb_build_array(jsonb_build_object('key', $3::text))
             and case o.channel when 'board' then o.state in ('seen', 'acknowledged') else o.state <> 'failed' end)
       on conflict do nothing`,
      [id, `${RUNG_UNREACHED}${post}`, `${RUNG}${post}`],
    );
    await tx.query('notify thresholds');
  }
}
