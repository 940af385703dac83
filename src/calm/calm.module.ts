import { Module } from '@nestjs/common';
import { BlindIntervals } from './blind-intervals.js';
import { CalmController } from './calm.controller.js';

@Module({ controllers: [CalmController], providers: [BlindIntervals], exports: [BlindIntervals] })
export class CalmModule {}
