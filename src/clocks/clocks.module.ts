import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IncidentClock } from './clock.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([IncidentClock])], exports: [TypeOrmModule] })
export class ClocksModule {}
