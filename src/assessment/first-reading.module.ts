import { Global, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { FirstReading } from '../ingestion/first-reading.js';
import { Settings } from '../settings/settings.js';
import { FirstReader } from './first-reader.js';

/** Gives visits and intakes, which know nothing of judging, its first look. Without this module all is left to the judging. */
@Global()
@Module({
  providers: [
    { provide: FirstReading, inject: [Settings], useFactory: (settings: Settings) => FirstReader.of(settings) },
  ],
  exports: [FirstReading],
})
export class FirstReadingModule implements OnModuleDestroy {
  constructor(@Inject(FirstReading) private readonly reader: FirstReader) {}

  onModuleDestroy(): void {
    this.reader.close();
  }
}
