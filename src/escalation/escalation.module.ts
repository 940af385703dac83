import { Module } from '@nestjs/common';
import { ClockGuard } from './clock-guard.js';
import { SweepLoop } from './sweep-loop.js';
import { Sweeper } from './sweeper.js';

/** The engine without its loop: what tests and the timer share. */
@Module({ providers: [Sweeper, ClockGuard], exports: [Sweeper, ClockGuard] })
export class EscalationModule {}

/** The loop, alive only in timer processes. */
@Module({ imports: [EscalationModule], providers: [SweepLoop] })
export class SweepingModule {}
