import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type PurgePage, purgeQuery, type PurgeQuery } from '../../contract/evidence.js';
import { PurgeRecord } from './purge-record.js';

/** For those who must know that nothing was removed before its time, and that the disk will last. */
@Controller('purges')
export class PurgesController {
  constructor(private readonly record: PurgeRecord) {}

  @Get()
  @Allow('archive.read')
  read(@Query(new ZodPipe(purgeQuery)) wish: PurgeQuery): Promise<PurgePage> {
    return this.record.read(wish);
  }
}
