import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Allow } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { type BlindPage, blindQuery, type Calm } from '../contract/calm.js';
import { Settings } from '../settings/settings.js';
import { BlindIntervals } from './blind-intervals.js';
import { readCalm } from './read-calm.js';

/** Whether silence means anything, now and in the past. */
@Controller()
export class CalmController {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly intervals: BlindIntervals,
  ) {}

  @Get('calm')
  @Allow('board.read')
  now(): Promise<Calm> {
    return readCalm(this.db.manager, this.settings.policy);
  }

  @Get('blind-intervals')
  @Allow('source.read')
  past(@Query(new ZodPipe(blindQuery)) { from, to, limit }: z.infer<typeof blindQuery>): Promise<BlindPage> {
    return this.intervals.overlapping({ from: instantOf(from), to: instantOf(to) }, limit);
  }
}

const instantOf = (stated: string | undefined): Date | null => (stated === undefined ? null : new Date(stated));
