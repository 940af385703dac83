import { Body, Controller, Delete, Get, HttpCode, HttpException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson, Public, SignedIn } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { changePassword, type Person, signIn } from '../contract/session.js';
import { SESSION_COOKIE } from './web-sessions.js';
import { SignIn } from './sign-in.js';

/** Signing in and out, and one's own password. */
@Controller('session')
export class SessionController {
  constructor(private readonly signIns: SignIn) {}

  @Post()
  @Public()
  @HttpCode(200)
  async begin(
    @Body(new ZodPipe(signIn)) words: z.infer<typeof signIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Person> {
    return orWait(await this.signIns.begin(request, words), response);
  }

  @Get()
  @SignedIn()
  current(@CurrentPerson() person: Person): Person {
    return person;
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIns.end(request);
    response.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Post('password')
  @SignedIn()
  @HttpCode(200)
  async changePassword(
    @Body(new ZodPipe(changePassword)) words: z.infer<typeof changePassword>,
    @CurrentPerson() person: Person,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Person> {
    return orWait(await this.signIns.changePassword(request, person, words), response);
  }
}

/** @throws HttpException 429 with Retry-After when there are seconds to wait */
function orWait(answer: Person | number, response: Response): Person {
  if (typeof answer !== 'number') return answer;
  response.setHeader('Retry-After', answer);
  throw new HttpException(`登录失败次数过多,请 ${answer} 秒后再试 · too many failures: try again in ${answer} s`, 429);
}
