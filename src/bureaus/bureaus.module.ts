import { Module } from '@nestjs/common';
import { BureausController } from './bureaus.controller.js';

@Module({ controllers: [BureausController] })
export class BureausModule {}
