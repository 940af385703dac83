import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type NoticeQuery, noticeQuery, type SeenNotices, seenNotices } from '../../contract/notice.js';
import type { Person } from '../../contract/session.js';
import { markSeen } from '../../receipts/advance.js';
import { NoticeReader } from './notice-reader.js';

/** Notices as their readers see them. Reading marks nothing: a page says by itself what stood on the screen. */
@Controller()
export class NoticesController {
  constructor(
    private readonly db: DataSource,
    private readonly reader: NoticeReader,
  ) {}

  @Get('incidents/:id/notices')
  @Allow('board.read')
  ofIncident(
    @CurrentPerson() person: Person,
    @Param('id', ParseUUIDPipe) id: string,
    @Query(new ZodPipe(noticeQuery)) query: NoticeQuery,
  ) {
    return this.reader.ofIncident(person, id, query);
  }

  @Post('notices/seen')
  @HttpCode(200)
  @Allow('board.read')
  async seen(@CurrentPerson() person: Person, @Body(new ZodPipe(seenNotices)) shown: SeenNotices) {
    return { seen: await this.db.transaction((tx) => markSeen(tx, person, shown)) };
  }
}
