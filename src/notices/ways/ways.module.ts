import { Module } from '@nestjs/common';
import { EmailChannel } from '../channels/email.js';
import { WebhookChannel } from '../channels/webhook.js';
import { WayChanges } from './way-changes.js';
import { WayProof } from './way-proof.js';
import { WaysController } from './ways.controller.js';

/** Ways to be reached, over HTTP. */
@Module({ controllers: [WaysController], providers: [WayChanges, WayProof, EmailChannel, WebhookChannel] })
export class WaysModule {}
