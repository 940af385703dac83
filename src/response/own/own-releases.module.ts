import { Injectable, Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AssessmentModule } from '../../assessment/assessment.module.js';
import { Beat } from '../../periodic/beat.js';
import { OwnReleases } from './own-releases.js';

const EVERY_MS = 5_000;

@Injectable()
class OwnReleaseTick implements OnModuleDestroy {
  private readonly logger = new Logger(OwnReleaseTick.name);
  private readonly beat: Beat;

  constructor(releases: OwnReleases) {
    this.beat = new Beat(
      () => releases.weigh(),
      (error) =>
        this.logger.error(`本局发布未能比对,稍后再试 · own releases were not compared, again soon: ${String(error)}`),
    );
  }

  @Interval('own-releases', EVERY_MS)
  look(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}

@Module({ imports: [AssessmentModule], providers: [OwnReleases], exports: [OwnReleases] })
export class OwnReleasesModule {}

/** Alive only in worker processes. */
@Module({ imports: [OwnReleasesModule], providers: [OwnReleaseTick] })
export class OwnReleaseWatchModule {}
