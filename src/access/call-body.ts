import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RawBodies } from './raw-body.js';

/** The body of a signed call: only the bytes that came can be checked against the signature. */
@Injectable()
export class CallBody {
  /** From the first byte to the last. */
  timeLimitMs = 30_000;
  private readonly bodies = new RawBodies({
    bytes: 10 * 1024 * 1024,
    // Held in memory before anybody has proven who sends them.
    atOnce: 16,
    words: {
      tooLarge: '一次不得超过 10 MB,请分批 · at most 10 MB a call: split it',
      tooMany: '正在接收的调用过多,请稍候再送 · too many calls at once: send again in a moment',
      late: '调用超时,请重送 · the call took too long: send it again',
    },
  });

  read(request: Request, response: Response): Promise<Buffer> {
    return this.bodies.read(request, response, this.timeLimitMs);
  }
}
