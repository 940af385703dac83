import { Module } from '@nestjs/common';
import { VisitModule } from '../../ingestion/visiting/visiting.module.js';
import { CanaryFeed } from './canary-feed.js';

/** Where self-checks begin: beside the visits, in every worker. */
@Module({ imports: [VisitModule], providers: [CanaryFeed], exports: [CanaryFeed] })
export class CanaryFeedModule {}
