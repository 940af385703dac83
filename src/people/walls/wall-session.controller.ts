import { Body, Controller, Get, HttpCode, HttpException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentWall, Public, WallOnly } from '../../access/allow.js';
import { placeOf } from '../../access/place-of.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { exchangeWall, type WallName } from '../../contract/wall.js';
import { setWallCookie, wallSecretOf } from './wall-cookie.js';
import { WallEntry } from './wall-entry.js';

/** How a browser becomes a wall, and stays one. */
@Controller('wall/session')
export class WallSessionController {
  constructor(private readonly entry: WallEntry) {}

  @Post()
  @Public()
  @HttpCode(200)
  async exchange(
    @Body(new ZodPipe(exchangeWall)) { token }: z.infer<typeof exchangeWall>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WallName> {
    const entered = await this.entry.exchange(token, placeOf(request.ip));
    if (typeof entered === 'number') {
      response.setHeader('Retry-After', entered);
      throw new HttpException(`尝试次数过多,请 ${entered} 秒后再试 · too many tries: again in ${entered} s`, 429);
    }
    setWallCookie(request, response, entered.secret);
    return entered.wall;
  }

  @Get()
  @WallOnly()
  current(
    @CurrentWall() wall: WallName,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): WallName {
    setWallCookie(request, response, wallSecretOf(request) ?? '');
    return wall;
  }
}
