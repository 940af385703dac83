import { Module } from '@nestjs/common';
import { Channels } from '../../notices/channels/channels.js';
import { CanaryListener } from './canary-listener.js';
import { CanaryLoop } from './canary-loop.js';
import { CanaryWatch } from './canary-watch.js';
import { Operators } from './operators.js';

/** Looking after self-checks, without the loop: what tests and the timer share. */
@Module({
  providers: [CanaryWatch, CanaryListener, Operators, Channels],
  exports: [CanaryWatch, CanaryListener, Operators],
})
export class CanaryWatchModule {}

/** The loop, alive only in timer processes. */
@Module({ imports: [CanaryWatchModule], providers: [CanaryLoop] })
export class CanaryLoopModule {}
