import type { DataSource } from 'typeorm';
import { SPEED } from './product-time.js';
import type { Received } from './recorder.js';
import { ARRIVED, type Violation } from './invariants.js';

interface SentNotice {
  key: string;
  arrived: boolean;
  /** The moment of the threshold that it tells of, or of the report that others did not arrive. */
  due: Date;
}

/** What a notice goes by: its own key, or that of the digest it stands in. */
const KEY = `coalesce('digest:' || n.digest_id, coalesce(n.alert_id, n.report_id, n.paper_id) || ':' || n.recipient_id || ':' || n.channel)`;

/** What the receiver saw, held against the rows: it got everything, nothing else, in equal words, and nothing early. */
export async function receiverViolations(
  db: Pick<DataSource, 'query'>,
  received: ReadonlyMap<string, Received>,
): Promise<Violation[]> {
  const notices = await db.query<SentNotice[]>(
    `select ${KEY} as key, bool_or(n.state in ${ARRIVED}) as arrived, max(coalesce(a.due_at, r.created_at)) as due
     from notice n left join deadline_alert a on a.id = n.alert_id left join delivery_report r on r.id = n.report_id
     where n.channel <> 'board' group by 1`,
  );
  const known = new Map(notices.map((notice) => [notice.key, notice]));
  const calls = [...received.values()];
  const checks: Violation[] = [
    {
      ...{
        promise: 'undelivered',
        zh: '记为已送达而接收方未收到',
        en: 'sent by the rows, never taken by the receiver',
      },
      rows: notices.filter(({ key, arrived }) => arrived && !received.get(key)?.taken),
    },
    {
      ...{ promise: 'doubled', zh: '同一幂等键内容不同', en: 'other words under the same idempotency key' },
      rows: calls.filter(({ bodies }) => bodies.length > 1),
    },
    {
      ...{ promise: 'doubled', zh: '收到无据之通知', en: 'received what no row knows' },
      rows: calls.filter(({ key }) => !known.has(key)).map(({ key }) => ({ key })),
    },
    {
      ...{ promise: 'early', zh: '收到早于时刻', en: 'received before its moment' },
      // The database's clock is cut to milliseconds of product time.
      rows: calls
        .map(({ key, first }) => ({ key, first, due: known.get(key)?.due }))
        .filter(({ first, due }) => due && first.getTime() + SPEED < due.getTime()),
    },
  ];
  return checks.filter((one) => one.rows.length > 0);
}

/** A case whose opening was committed is there, whatever crashed since. */
export async function lostCases(db: Pick<DataSource, 'query'>, opened: readonly string[]): Promise<Violation[]> {
  const rows = await db.query<unknown[]>(
    'select id from unnest($1::uuid[]) as o (id) where not exists (select from incident i where i.id = o.id)',
    [opened],
  );
  return rows.length > 0 ? [{ promise: 'missed', zh: '已立项而丢失', en: 'a committed case is lost', rows }] : [];
}
