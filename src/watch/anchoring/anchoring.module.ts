import { Module } from '@nestjs/common';
import { PeriodicModule } from '../../periodic/periodic.module.js';
import { AnchorFiles } from './anchor-files.js';
import { DailyAnchor } from './daily-anchor.js';
import { DailyAnchorLoop } from './daily-anchor-loop.js';

/** The daily anchor without its loop: what tests and the timer share. */
@Module({ imports: [PeriodicModule], providers: [AnchorFiles, DailyAnchor], exports: [DailyAnchor] })
export class AnchoringModule {}

/** The loop, alive only in timer processes: one of them needs a folder it may write to. */
@Module({ imports: [AnchoringModule], providers: [DailyAnchorLoop] })
export class AnchoringLoopModule {}
