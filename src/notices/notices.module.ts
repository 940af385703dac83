import { Module } from '@nestjs/common';
import { AddressBookModule } from '../roster/roster.module.js';
import { Channels } from './channels/channels.js';
import { Delivery } from './delivery.js';
import { Dispatcher } from './dispatcher.js';
import { Outbox } from './outbox.js';

/** Delivery without its loop: what tests and the worker share. */
@Module({
  imports: [AddressBookModule],
  providers: [Outbox, Delivery, Channels],
  exports: [Outbox, Delivery, Channels],
})
export class NoticesModule {}

/** The loop, alive only in worker processes. */
@Module({ imports: [NoticesModule], providers: [Dispatcher], exports: [Dispatcher] })
export class DispatchingModule {}
