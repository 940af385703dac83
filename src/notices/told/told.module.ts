import { Module } from '@nestjs/common';
import { NoticeReader } from './notice-reader.js';
import { NoticesController } from './notices.controller.js';

/** What became of the notices, over HTTP. */
@Module({ controllers: [NoticesController], providers: [NoticeReader] })
export class ToldModule {}
