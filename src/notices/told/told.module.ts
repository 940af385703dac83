import { Module } from '@nestjs/common';
import { CallBody } from '../../access/call-body.js';
import { AddressBookModule } from '../../roster/roster.module.js';
import { EarlyReceipts } from './early-receipts.js';
import { NoticeReader } from './notice-reader.js';
import { NoticesController } from './notices.controller.js';
import { SmsReceiptsController } from './sms-receipts.controller.js';
import { SmsReceipts } from './sms-receipts.js';

/** What became of the notices, over HTTP. */
@Module({
  imports: [AddressBookModule],
  controllers: [NoticesController, SmsReceiptsController],
  providers: [NoticeReader, SmsReceipts, EarlyReceipts, CallBody],
})
export class ToldModule {}
