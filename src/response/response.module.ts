import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { ResponseController } from './response.controller.js';

@Module({ imports: [IncidentsModule], controllers: [ResponseController] })
export class ResponseModule {}
