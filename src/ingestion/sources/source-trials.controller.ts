import { Body, Controller, HttpCode, HttpException, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, CurrentPerson } from '../../access/allow.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import type { Person } from '../../contract/session.js';
import { type TrialReading, trialRequest } from '../../contract/source.js';
import { SourceTrials } from './source-trials.js';
import { TrialAllowance } from './trial-allowance.js';

/** What would be read at an address, before it becomes a source. */
@Controller('sources/test')
export class SourceTrialsController {
  constructor(
    private readonly trials: SourceTrials,
    private readonly allowance: TrialAllowance,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('source.write')
  read(
    @Body(new ZodPipe(trialRequest)) { url }: { url: string },
    @CurrentPerson() by: Person,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TrialReading> {
    const wait = this.allowance.take(by.id);
    if (wait === 0) return this.trials.read(url);
    response.setHeader('Retry-After', wait);
    throw new HttpException(`试读过于频繁,请 ${wait} 秒后再试 · too many trials: try again in ${wait} s`, 429);
  }
}
