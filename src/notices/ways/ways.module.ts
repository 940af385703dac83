import { Module } from '@nestjs/common';
import { Channels } from '../channels.js';
import { WayChanges } from './way-changes.js';
import { WayProof } from './way-proof.js';
import { WaysController } from './ways.controller.js';

/** Ways to be reached, over HTTP. */
@Module({ controllers: [WaysController], providers: [WayChanges, WayProof, Channels] })
export class WaysModule {}
