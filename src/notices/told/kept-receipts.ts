import type { DataSource } from 'typeorm';
import type { SmsReceipt } from '../../contract/notice.js';

/** A sending is recorded seconds after the gateway took it; a name nobody knows after that is not ours. Hours. */
const KEPT_H = 1;
/** More than a gateway reports in that time; whatever a faulty one sends beyond is not kept. */
const MOST_KEPT = 10_000;

/** Keeps a report of a message that is not recorded yet, once. */
export async function keepReceipt(db: DataSource, { reference, status, detail }: SmsReceipt): Promise<void> {
  await db.query(`delete from early_receipt where at < app_now() - $1 * interval '1 hour'`, [KEPT_H]);
  await db.query(
    `insert into early_receipt (reference, status, detail) select $1, $2, $3
     where (select count(*) from early_receipt) < $4 on conflict do nothing`,
    [reference, status, detail, MOST_KEPT],
  );
}

/** Kept reports whose message has been recorded since, in the order in which they came. */
export function receiptsToApply(db: DataSource): Promise<(SmsReceipt & { id: string })[]> {
  return db.query(
    `select id, reference, status, detail from early_receipt r
     where exists (select from notice n where n.channel = 'sms' and n.reference = r.reference)
       and at >= app_now() - $1 * interval '1 hour' order by id limit 100`,
    [KEPT_H],
  );
}

export async function forgetReceipt(db: DataSource, id: string): Promise<void> {
  await db.query('delete from early_receipt where id = $1', [id]);
}
