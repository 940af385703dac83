import { Module } from '@nestjs/common';
import { PeriodicRuns } from './periodic-runs.js';

@Module({ providers: [PeriodicRuns], exports: [PeriodicRuns] })
export class PeriodicModule {}
