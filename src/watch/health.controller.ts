import { Controller, Get, Res } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { Public } from '../access/allow.js';
import type { Readiness } from '../contract/health.js';
import { ReadinessService } from './readiness.service.js';

@Controller('health')
@SkipThrottle()
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('live')
  @Public()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 when deadlines can be relied on, 503 with the reason when not. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.readiness.check();
    response.status(readiness.status === 'ready' ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return readiness;
  }
}
