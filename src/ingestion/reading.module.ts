import { Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { Settings } from '../settings/settings.js';
import { FeedFetcher } from './fetching/fetch-feed.js';
import { BodyReader } from './reading/body-reader.js';

/** What reads an address: one way for visits by workers and for people's trials in the api. */
@Module({
  providers: [
    { provide: FeedFetcher, useFactory: () => new FeedFetcher() },
    { provide: BodyReader, inject: [Settings], useFactory: ({ built }: Settings) => BodyReader.of(built) },
  ],
  exports: [FeedFetcher, BodyReader],
})
export class ReadingModule implements OnModuleDestroy {
  constructor(
    @Inject(FeedFetcher) private readonly fetcher: FeedFetcher,
    @Inject(BodyReader) private readonly reader: BodyReader,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.fetcher.close();
    this.reader.close();
  }
}
