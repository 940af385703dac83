import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SmsReceipt } from '../../contract/notice.js';
import { append, type JournalRow } from '../../journal/append.js';
import { advance } from '../../receipts/advance.js';
import { AddressBook } from '../../roster/address-book.js';
import { Settings } from '../../settings/settings.js';
import { secretsOfSenders, withoutSecrets } from '../../channels/plain-answer.js';
import type { ClaimedNotice } from '../claimed-notice.js';
import { failOver } from '../fail-over.js';
import { markUnreached } from '../unreached-rung.js';
import { keepReceipt } from './kept-receipts.js';

type Told = Omit<ClaimedNotice, 'token'> & { state: string };

/** What the gateway reports of a short message it had taken. A receipt never goes back, so that a report may come again. */
@Injectable()
export class SmsReceipts {
  constructor(
    private readonly db: DataSource,
    private readonly addresses: AddressBook,
    private readonly settings: Settings,
  ) {}

  /** A message nobody knows yet may be one whose sending is being recorded: the report waits for that. */
  async take(receipt: SmsReceipt): Promise<void> {
    const detail = withoutSecrets(receipt.detail, secretsOfSenders(this.settings.env));
    if (!(await this.apply({ ...receipt, detail }))) await keepReceipt(this.db, { ...receipt, detail });
  }

  /** @returns false: no message of this name is recorded */
  async apply({ reference, status, detail }: SmsReceipt): Promise<boolean> {
    const named = await this.db.query<{ id: string; recipient: string }[]>(
      `select id, recipient_id as recipient from notice where channel = 'sms' and reference = $1 order by id`,
      [reference],
    );
    for (const { id, recipient } of named) {
      const ways = await this.addresses.ways(recipient);
      await this.db.transaction(async (tx) => {
        const notice = await locked(tx, id);
        await append(tx, await (status === 'delivered' ? arrived(tx, notice) : lost(tx, notice, { detail, ways })));
      });
    }
    return named.length > 0;
  }
}

/** Final for this message: the recipient's next way is tried, as after a refusal. */
async function lost(
  tx: EntityManager,
  notice: Told,
  { detail, ways }: { detail: string; ways: readonly string[] },
): Promise<JournalRow[]> {
  if (notice.state !== 'sent') return [];
  const said = `网关回执 · reported by the gateway: ${detail || 'failed'}`;
  await tx.query('insert into delivery_attempt (notice_id, ok, detail) values ($1, false, $2)', [
    notice.id,
    said.slice(0, 500),
  ]);
  await tx.query(`update notice set state = 'failed' where id = $1`, [notice.id]);
  const over = await failOver(tx, notice, true, ways);
  if (over.length === 0) await markUnreached(tx, notice);
  return [journalRow('notice.failed', notice, 'failed'), ...over];
}

async function arrived(tx: EntityManager, notice: Told): Promise<JournalRow[]> {
  if (notice.state !== 'sent' && notice.state !== 'failed') return [];
  await advance(tx, [notice.id], 'delivered', null);
  return [journalRow('notice.delivered', notice, 'delivered')];
}

async function locked(tx: EntityManager, id: string): Promise<Told> {
  const [notice] = await tx.query<[Told]>(
    `select id, coalesce(alert_id, report_id) as "alertId", incident_id as "incidentId", recipient_id as recipient,
       channel, attempts, payload, state
     from notice where id = $1 for update`,
    [id],
  );
  return notice;
}

function journalRow(kind: string, notice: Told, state: string): JournalRow {
  const { id, alertId, incidentId, recipient, channel, attempts } = notice;
  const data = { noticeId: id, alertId, recipient, channel, attempts, state };
  return { kind, incidentId, actor: 'system:sms-gateway', data };
}
