import { timingSafeEqual } from 'node:crypto';
import { Controller, ForbiddenException, Get, Req, Res } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Public } from '../access/allow.js';
import { isLoopback } from '../access/own-site.js';
import { Settings } from '../settings/settings.js';
import { MetricsService } from './metrics.service.js';

/** Open to this machine itself, and to whoever bears METRICS_TOKEN. */
@Controller('metrics')
@SkipThrottle()
export class MetricsController {
  constructor(
    private readonly metrics: MetricsService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public()
  async read(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    if (!fromThisMachine(request) && !bearsToken(request, this.settings.env.METRICS_TOKEN)) {
      throw new ForbiddenException('只限本机,或持 METRICS_TOKEN · from this machine only, or with METRICS_TOKEN');
    }
    response.type(this.metrics.contentType);
    return this.metrics.render();
  }
}

/** A request that a proxy passed on comes from elsewhere, although the proxy may stand on this machine. */
function fromThisMachine(request: Request): boolean {
  const passedOn = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
  return passedOn === undefined && isLoopback(request.socket.remoteAddress);
}

function bearsToken(request: Request, token: string | undefined): boolean {
  if (token === undefined) return false;
  const given = Buffer.from(request.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
