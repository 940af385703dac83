import { Module } from '@nestjs/common';
import { ReportsController } from './reports.controller.js';
import { ResponseTimesService } from './response-times.service.js';

@Module({ controllers: [ReportsController], providers: [ResponseTimesService] })
export class ReportsModule {}
