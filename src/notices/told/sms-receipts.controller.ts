import {
  BadRequestException,
  Controller,
  HttpCode,
  NotFoundException,
  Post,
  Req,
  Res,
  UnauthorizedException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { SignedByCaller } from '../../access/allow.js';
import { CallBody } from '../../access/call-body.js';
import { isSigned, isTimely, readSignature, SIGNATURE_HEADER } from '../../access/call-signature.js';
import { ZodPipe } from '../../access/zod-pipe.js';
import { type SmsReceipt, smsReceipts } from '../../contract/notice.js';
import { Settings } from '../../settings/settings.js';
import { SmsReceipts } from './sms-receipts.js';

/** Where the short-message gateway says what became of what it had taken. */
@Controller('receipts/sms')
export class SmsReceiptsController {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly bodies: CallBody,
    private readonly receipts: SmsReceipts,
  ) {}

  /**
   * Which references are known is not told.
   * @throws NotFoundException no secret is set; UnauthorizedException alike for a stale time and a signature that does not fit
   */
  @Post()
  @HttpCode(202)
  @SignedByCaller()
  async receive(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const secret = this.settings.env.SMS_RECEIPT_SECRET;
    if (!secret) throw new NotFoundException();
    const signature = readSignature(request.headers[SIGNATURE_HEADER]);
    const [clock] = await this.db.query<{ now: Date }[]>('select app_now() as now');
    if (!signature || !clock || !isTimely(signature, clock.now)) throw notProven();
    const bytes = await this.bodies.read(request, response);
    if (!isSigned(signature, secret, bytes)) throw notProven();
    for (const receipt of itemsOf(bytes)) await this.receipts.take(receipt);
  }
}

function itemsOf(bytes: Buffer): SmsReceipt[] {
  return new ZodPipe(smsReceipts).transform(jsonOf(bytes)).items;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BadRequestException('正文不是 JSON · the body is not JSON');
  }
}

function notProven(): UnauthorizedException {
  return new UnauthorizedException(
    '签名不符或已过期：请核对密钥和时钟 · the signature does not fit or is too old: check secret and clock',
  );
}
