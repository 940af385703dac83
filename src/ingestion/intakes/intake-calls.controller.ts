import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignedByCaller } from '../../access/allow.js';
import type { IntakeReceipt } from '../../contract/intake.js';
import { CallBody } from '../../access/call-body.js';
import { IntakeCalls } from './intake-calls.js';

/** Where monitoring services send what they find. Accepted, not yet judged: what comes of it is seen on the board. */
@Controller('intakes/:id/articles')
export class IntakeCallsController {
  constructor(
    private readonly calls: IntakeCalls,
    private readonly bodies: CallBody,
  ) {}

  @Post()
  @HttpCode(202)
  @SignedByCaller()
  async receive(
    @Param('id') intakeId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ items: IntakeReceipt[] }> {
    const body = () => this.bodies.read(request, response);
    return { items: await this.calls.receive({ intakeId, headers: request.headers, body }) };
  }
}
