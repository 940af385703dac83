import {
  BadRequestException,
  HttpException,
  Injectable,
  PayloadTooLargeException,
  ServiceUnavailableException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import express, { type Request, type Response } from 'express';

const MOST_BYTES = 10 * 1024 * 1024;
/** Bodies held in memory before anybody has proven who sends them. */
const MOST_AT_ONCE = 16;

const raw = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false });

/**
 * Reads the body of a signed call as the bytes that came: only they can be checked against the signature. It is read after
 * the guards, unlike other bodies, and never more than a few at once.
 */
@Injectable()
export class CallBody {
  /** From the first byte to the last. */
  timeLimitMs = 30_000;
  private underWay = 0;

  async read(request: Request, response: Response): Promise<Buffer> {
    if (this.underWay >= MOST_AT_ONCE) {
      response.setHeader('Retry-After', 1);
      throw new ServiceUnavailableException(
        '正在接收的稿件过多,请稍候再送 · too many calls at once: send again in a moment',
      );
    }
    this.underWay += 1;
    try {
      return await bytesOf(request, response, this.timeLimitMs);
    } finally {
      this.underWay -= 1;
    }
  }
}

function bytesOf(request: Request, response: Response, timeLimitMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const late = () => {
      // Else what has come would be held, beside those that are counted, for as long as the caller likes.
      response.once('finish', () => request.destroy());
      reject(new HttpException('送稿超时,请重送 · the call took too long: send it again', 408));
    };
    const alarm = setTimeout(late, timeLimitMs);
    raw(request, response, (error: unknown) => {
      clearTimeout(alarm);
      const body: unknown = request.body;
      if (error) reject(refusalOf(error));
      else resolve(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    });
  });
}

function refusalOf(error: unknown): HttpException {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (status === 413)
    return new PayloadTooLargeException('一次送稿不得超过 10 MB,请分批 · at most 10 MB a call: split it');
  if (status === 415) return new UnsupportedMediaTypeException('正文不要压缩 · send the body uncompressed');
  return new BadRequestException('正文没有收全 · the body did not arrive whole');
}
