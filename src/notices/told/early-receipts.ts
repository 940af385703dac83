import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { forgetReceipt, receiptsToApply } from './kept-receipts.js';
import { SmsReceipts } from './sms-receipts.js';

/** What the gateway had reported before the sending was recorded. */
@Injectable()
export class EarlyReceipts {
  constructor(
    private readonly db: DataSource,
    private readonly receipts: SmsReceipts,
  ) {}

  /**
   * Any number of processes may do so at once: a receipt counts once. One that fails waits; the others do not wait for it.
   * @throws AggregateError of all that failed
   */
  async apply(): Promise<void> {
    const failed: unknown[] = [];
    for (const { id, ...receipt } of await receiptsToApply(this.db)) {
      try {
        await this.receipts.apply(receipt);
        await forgetReceipt(this.db, id);
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length}: ${String(failed[0])}`);
  }
}
