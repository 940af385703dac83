import type { EntityManager } from 'typeorm';
import type { JournalRow } from '../journal/append.js';
import type { ClaimedNotice } from './claimed-notice.js';

/** So many failures on one way, and the next one is tried too. */
const PATIENCE = 2;

/**
 * After the second failure on a way, or at once after a permanent one, the recipient is told by his next way as well, and
 * the desk is to hear of it. Once a notice; a report of failures is not reported itself.
 * @param ways the recipient's ways in his own order
 * @returns what the journal is to tell
 */
export async function failOver(
  tx: EntityManager,
  notice: Pick<ClaimedNotice, 'id' | 'incidentId' | 'recipient' | 'channel'>,
  permanent: boolean,
  ways: readonly string[],
): Promise<JournalRow[]> {
  const [counted] = await tx.query<{ failures: number }[]>(
    'select count(*)::int as failures from delivery_attempt where notice_id = $1 and not ok',
    [notice.id],
  );
  const failures = counted?.failures ?? 0;
  if (failures !== PATIENCE && !(permanent && failures < PATIENCE)) return [];
  await tx.query(
    `insert into delivery_failure (notice_id) select id from notice where id = $1 and report_id is null and paper_id is null on conflict do nothing`,
    [notice.id],
  );
  const [next] = await tx.query<{ id: string; channel: string }[]>(
    `insert into notice (alert_id, report_id, paper_id, incident_id, recipient_id, channel, state, payload, next_at)
     select n.alert_id, n.report_id, n.paper_id, n.incident_id, n.recipient_id, way, 'pending', n.payload, app_now()
     from notice n, unnest($2::text[]) with ordinality as w (way, place)
     where n.id = $1 and not exists (
       select from notice o where o.recipient_id = n.recipient_id and o.channel = way
         and (o.alert_id = n.alert_id or o.report_id = n.report_id or o.paper_id = n.paper_id))
     order by place limit 1 on conflict do nothing returning id, channel`,
    [notice.id, ways],
  );
  if (!next) return [];
  await tx.query('notify notices');
  const { incidentId, recipient } = notice;
  const data = { noticeId: notice.id, recipient, from: notice.channel, to: next.channel, nextId: next.id };
  return [{ kind: 'notice.failed_over', incidentId, actor: 'system:notices', data }];
}
