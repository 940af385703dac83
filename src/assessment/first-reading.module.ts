import { Global, Module } from '@nestjs/common';
import { FirstReading } from '../ingestion/first-reading.js';
import { AssessmentModule } from './assessment.module.js';
import { FirstReader } from './first-reader.js';

/** Gives visits and intakes, which know nothing of judging, its first look. Without this module all is left to the judging. */
@Global()
@Module({
  imports: [AssessmentModule],
  providers: [{ provide: FirstReading, useClass: FirstReader }],
  exports: [FirstReading],
})
export class FirstReadingModule {}
