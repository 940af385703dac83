import { Injectable, Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Beat } from '../../periodic/beat.js';
import { AddressBookModule } from '../../roster/roster.module.js';
import { EarlyReceipts } from './early-receipts.js';
import { SmsReceipts } from './sms-receipts.js';

const EVERY_MS = 1_000;

@Injectable()
class EarlyReceiptsTick implements OnModuleDestroy {
  private readonly logger = new Logger(EarlyReceiptsTick.name);
  private readonly beat: Beat;

  constructor(receipts: EarlyReceipts) {
    this.beat = new Beat(
      () => receipts.apply(),
      (error) =>
        this.logger.error(
          `早到的短信回执未能处理,一秒后再试 · early receipts not applied, again in a second: ${String(error)}`,
        ),
    );
  }

  @Interval('early-receipts', EVERY_MS)
  apply(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}

/** The loop, alive only in worker processes. */
@Module({ imports: [AddressBookModule], providers: [SmsReceipts, EarlyReceipts, EarlyReceiptsTick] })
export class EarlyReceiptsModule {}
