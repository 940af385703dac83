import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PolicyPageController } from './policy-page.controller.js';
import { IncidentClock } from './clock.entity.js';

@Module({
  controllers: [PolicyPageController],
  imports: [TypeOrmModule.forFeature([IncidentClock])],
  exports: [TypeOrmModule],
})
export class ClocksModule {}
