import {
  BadRequestException,
  HttpException,
  PayloadTooLargeException,
  ServiceUnavailableException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import express, { type Request, type Response } from 'express';

export interface RawLimits {
  bytes: number;
  /** Bodies held in memory at once. */
  atOnce: number;
  /** What a sender is told. */
  words: { tooLarge: string; tooMany: string; late: string };
}

/** Reads bodies as the bytes that came, after the guards, within limits, and never more than a few at once. */
export class RawBodies {
  private underWay = 0;
  private readonly raw;

  constructor(private readonly limits: RawLimits) {
    this.raw = express.raw({ type: () => true, limit: limits.bytes, inflate: false });
  }

  /** @param timeLimitMs from the first byte to the last */
  async read(request: Request, response: Response, timeLimitMs: number): Promise<Buffer> {
    const { atOnce, words } = this.limits;
    if (this.underWay >= atOnce) {
      response.setHeader('Retry-After', 1);
      throw new ServiceUnavailableException(words.tooMany);
    }
    this.underWay += 1;
    try {
      return await this.bytesOf(request, response, timeLimitMs);
    } finally {
      this.underWay -= 1;
    }
  }

  private bytesOf(request: Request, response: Response, timeLimitMs: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const late = () => {
        // Else what has come would be held, beside those that are counted, for as long as the sender likes.
        response.once('finish', () => request.destroy());
        reject(new HttpException(this.limits.words.late, 408));
      };
      const alarm = setTimeout(late, timeLimitMs);
      this.raw(request, response, (error: unknown) => {
        clearTimeout(alarm);
        const body: unknown = request.body;
        if (error) reject(this.refusalOf(error));
        else resolve(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
      });
    });
  }

  private refusalOf(error: unknown): HttpException {
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
    if (status === 413) return new PayloadTooLargeException(this.limits.words.tooLarge);
    if (status === 415) return new UnsupportedMediaTypeException('正文不要压缩 · send the body uncompressed');
    return new BadRequestException('正文没有收全 · the body did not arrive whole');
  }
}
