import { Module } from '@nestjs/common';
import { PeriodicModule } from '../../periodic/periodic.module.js';
import { OperatorsModule } from '../operators/operators.module.js';
import { DailyCheck } from './daily-check.js';
import { DailyCheckLoop } from './daily-check-loop.js';

/** The daily check without its loop: what tests and the timer share. */
@Module({ imports: [PeriodicModule, OperatorsModule], providers: [DailyCheck], exports: [DailyCheck] })
export class DailyCheckModule {}

/** The loop, alive only in timer processes. */
@Module({ imports: [DailyCheckModule], providers: [DailyCheckLoop] })
export class DailyCheckLoopModule {}
