import type { EntityManager } from 'typeorm';
import { standing } from '../domain/clocks/standing.js';
import type { ClaimedNotice } from './claimed-notice.js';
import { beijing, type NoticeText } from './notice-text.js';

interface HeldDuty {
  id: string;
  now: Date;
  openedAt: Date;
  dueAt: Date;
  metAt: Date | null;
  waivedAt: Date | null;
  missedAt: Date | null;
}

/**
 * Notices that were held and now go out: each says what has become of its duty meanwhile. Written into the row before the first attempt, so
 * that a repetition is worded like it; whoever lost the lease writes nothing.
 * @returns the same notices, worded as they go out
 */
export async function wordedAfterHold(tx: EntityManager, held: readonly ClaimedNotice[]): Promise<ClaimedNotice[]> {
  const duties = await tx.query<HeldDuty[]>(
    `select n.id, app_now() as now, c.opened_at as "openedAt", c.due_at as "dueAt", c.met_at as "metAt", c.waived_at as "waivedAt",
       c.missed_at as "missedAt"
     from notice n join deadline_alert a on a.id = n.alert_id join incident_clock c on c.id = a.clock_id where n.id = any($1::uuid[])`,
    [held.map(({ id }) => id)],
  );
  const worded = held.map((notice) => ({
    ...notice,
    payload: payloadOf(
      notice,
      duties.find(({ id }) => id === notice.id),
    ),
  }));
  await tx.query(
    `update notice n set held_since = null, payload = c.payload
     from unnest($1::uuid[], $2::uuid[], $3::jsonb[]) as c (id, token, payload) where n.id = c.id and n.lease_token = c.token`,
    [
      worded.map(({ id }) => id),
      worded.map(({ token }) => token),
      worded.map(({ payload }) => JSON.stringify(payload)),
    ],
  );
  return worded;
}

/** What was said of an earlier hold holds no longer. */
function payloadOf({ payload: { meanwhile: _before, ...payload } }: ClaimedNotice, duty?: HeldDuty): NoticeText {
  const meanwhile = duty ? meanwhileOf(duty) : null;
  return meanwhile === null ? payload : { ...payload, meanwhile };
}

/** Null: the duty still runs, or has been missed and not answered. */
export function meanwhileOf({ now, ...clock }: Omit<HeldDuty, 'id'>): NoticeText['meanwhile'] | null {
  const state = standing(clock, now);
  if (clock.metAt !== null) {
    const at = beijing(clock.metAt);
    return state === 'met'
      ? { zh: `已于北京时间 ${at} 答复,达标`, en: `answered ${at} Beijing time, in time` }
      : { zh: `已于北京时间 ${at} 答复,超时`, en: `answered ${at} Beijing time, late` };
  }
  if (clock.waivedAt === null) return null;
  const at = beijing(clock.waivedAt);
  return { zh: `该时限已于北京时间 ${at} 终止`, en: `this limit was ended ${at} Beijing time` };
}
