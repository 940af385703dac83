import { Injectable, Logger, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Beat } from '../periodic/beat.js';
import { PolicyKeeper } from './policy-keeper.js';

const BEAT_MS = 3_000;

/** Looks at the policy's file every few seconds, in each process. */
@Injectable()
export class PolicyWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PolicyWatch.name);
  private readonly beat: Beat;
  private timer: NodeJS.Timeout | undefined;

  constructor(keeper: PolicyKeeper) {
    this.beat = new Beat(
      () => keeper.look(),
      (error) =>
        this.logger.error(
          `政策文件未能检查,稍后重试 · the policy could not be looked at, again soon: ${String(error)}`,
        ),
    );
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.beat.wake(), BEAT_MS).unref();
  }

  onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    return this.beat.stop();
  }
}

@Module({ providers: [PolicyKeeper], exports: [PolicyKeeper] })
export class PolicyModule {}

@Module({ imports: [PolicyModule], providers: [PolicyWatch] })
export class PolicyWatchModule {}
