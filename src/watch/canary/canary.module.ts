import { Module } from '@nestjs/common';
import { OperatorsModule } from '../operators/operators.module.js';
import { CanaryListener } from './canary-listener.js';
import { CanaryLoop } from './canary-loop.js';
import { CanaryWatch } from './canary-watch.js';

/** Looking after self-checks, without the loop: what tests and the timer share. */
@Module({
  imports: [OperatorsModule],
  providers: [CanaryWatch, CanaryListener],
  exports: [OperatorsModule, CanaryWatch, CanaryListener],
})
export class CanaryWatchModule {}

/** The loop, alive only in timer processes. */
@Module({ imports: [CanaryWatchModule], providers: [CanaryLoop] })
export class CanaryLoopModule {}
