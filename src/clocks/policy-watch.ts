import { Injectable, Logger, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PolicyKeeper } from './policy-keeper.js';

const BEAT_MS = 3_000;

/** Looks at the policy's file every few seconds, in each process. */
@Injectable()
export class PolicyWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PolicyWatch.name);
  private beat: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;

  constructor(private readonly keeper: PolicyKeeper) {}

  onApplicationBootstrap(): void {
    this.beat = setInterval(() => this.wake(), BEAT_MS);
    this.beat.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.beat);
    await this.looking;
  }

  private wake(): void {
    this.looking ??= this.look().finally(() => (this.looking = null));
  }

  private async look(): Promise<void> {
    try {
      await this.keeper.look();
    } catch (error) {
      this.logger.error(`政策文件未能检查,稍后重试 · the policy could not be looked at, again soon: ${String(error)}`);
    }
  }
}

@Module({ providers: [PolicyKeeper], exports: [PolicyKeeper] })
export class PolicyModule {}

@Module({ imports: [PolicyModule], providers: [PolicyWatch] })
export class PolicyWatchModule {}
