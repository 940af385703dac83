import { Module } from '@nestjs/common';
import { CallBody } from '../../access/call-body.js';
import { IntakeCallsController } from './intake-calls.controller.js';
import { IntakeCalls } from './intake-calls.js';
import { IntakesController } from './intakes.controller.js';
import { Intakes } from './intakes.service.js';

/** Monitoring services that send us what they find. */
@Module({
  controllers: [IntakesController, IntakeCallsController],
  providers: [Intakes, IntakeCalls, CallBody],
})
export class IntakesModule {}
