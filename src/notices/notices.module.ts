import { Module } from '@nestjs/common';
import { AddressBookModule } from '../roster/roster.module.js';
import { Channels } from './channels.js';
import { Delivery } from './delivery.js';
import { Dispatcher } from './dispatcher.js';
import { FailureReports } from './failure-report.js';
import { Outbox } from './outbox.js';
import { Quiet } from './quiet.js';
import { RobotDelivery } from './robot-delivery.js';
import { RobotPace } from './robot-pace.js';

/** Delivery without its loop: what tests and the worker share. */
@Module({
  imports: [AddressBookModule],
  providers: [Outbox, Delivery, Channels, Quiet, RobotPace, RobotDelivery, FailureReports],
  exports: [Outbox, Delivery, Channels, RobotDelivery, FailureReports],
})
export class NoticesModule {}

/** The loop, alive only in worker processes. */
@Module({ imports: [NoticesModule], providers: [Dispatcher], exports: [Dispatcher] })
export class DispatchingModule {}
