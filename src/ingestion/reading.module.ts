import { join } from 'node:path';
import { Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { Settings } from '../settings/settings.js';
import { askInThread } from './feeds/second-opinion.js';
import { FeedFetcher } from './fetching/fetch-feed.js';

/** Injection token of the second opinion (a function, so it has no class to be injected by). */
export const SECOND_OPINION = Symbol('second opinion');

/** The built thread; where it is missing (tests on the sources) there is no second opinion. */
const THREAD = 'dist/src/ingestion/feeds/second-opinion.worker.js';

/** What reads an address: one way for visits by workers and for people's trials in the api. */
@Module({
  providers: [
    { provide: FeedFetcher, useFactory: () => new FeedFetcher() },
    {
      provide: SECOND_OPINION,
      inject: [Settings],
      useFactory: ({ root }: Settings) => askInThread(join(root, THREAD)),
    },
  ],
  exports: [FeedFetcher, SECOND_OPINION],
})
export class ReadingModule implements OnModuleDestroy {
  constructor(@Inject(FeedFetcher) private readonly fetcher: FeedFetcher) {}

  onModuleDestroy(): Promise<void> {
    return this.fetcher.close();
  }
}
