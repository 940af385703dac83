import { Injectable, Logger, Module, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DocumentDoubts } from '../../assessment/doubts/document-doubts.js';
import { DocumentDoubtsModule } from '../../assessment/doubts/document-doubts.module.js';
import { Beat } from '../../periodic/beat.js';
import { NoticesModule } from '../notices.module.js';
import { DoubtNotices } from './doubt-notices.js';

const EVERY_MS = 60_000;

@Injectable()
class DocumentWatchTick implements OnModuleDestroy {
  private readonly logger = new Logger(DocumentWatchTick.name);
  private readonly beat: Beat;

  constructor(doubts: DocumentDoubts, notices: DoubtNotices) {
    this.beat = new Beat(
      async () => {
        await doubts.look();
        await notices.tell();
      },
      (error) =>
        this.logger.error(
          `政策文件未能跟踪,一分钟后再试 · documents were not watched, again in 1 min: ${String(error)}`,
        ),
    );
  }

  @Interval('documents', EVERY_MS)
  look(): void {
    this.beat.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.beat.stop();
  }
}

/** Telling of rising doubt, without its loop: what tests and the worker share. */
@Module({ imports: [NoticesModule], providers: [DoubtNotices], exports: [DoubtNotices] })
export class DoubtNoticesModule {}

/** The loop, alive only in worker processes. */
@Module({ imports: [DocumentDoubtsModule, DoubtNoticesModule], providers: [DocumentWatchTick] })
export class DocumentWatchModule {}
