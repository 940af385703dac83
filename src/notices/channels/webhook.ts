import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Dialler } from '../../network/dialler.js';
import { postOut } from '../../network/outgoing-call.js';
import { Settings } from '../../settings/settings.js';
import { type Channel, DeliveryError, type Outgoing } from './channel.js';
import { signatureOf } from './signature.js';

const CONNECT_MS = 5_000;
/** 4xx answers that speak of the moment, not of the notice. */
const WORTH_RETRYING = new Set([408, 425, 429]);

/**
 * A signed JSON POST through the guarded dialler: private networks only where a file of the office names the address,
 * redirects never. 2xx is taken as delivered, 4xx as refused for good (but 408, 425, 429), anything else is tried again.
 */
@Injectable()
export class WebhookChannel implements Channel, OnApplicationShutdown {
  private readonly dialler = new Dialler({ connectTimeoutMs: CONNECT_MS, keepAliveMs: 1_000 });

  constructor(private readonly settings: Settings) {}

  async send(notice: Outgoing, signal: AbortSignal): Promise<void> {
    const secret = this.settings.env.WEBHOOK_SECRET;
    if (!secret) throw new DeliveryError('WEBHOOK_SECRET 未设置 · is not set', false);
    const { address: url, origin } = notice;
    const { status } = await postOut(this.dialler, { url, origin, signal, ...signed(notice, secret) });
    if (status >= 200 && status < 300) return;
    throw new DeliveryError(`HTTP ${status}`, status >= 400 && status < 500 && !WORTH_RETRYING.has(status));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dialler.destroy();
  }
}

function signed({ id, alertId, idempotencyKey, text }: Outgoing, secret: string) {
  const body = JSON.stringify({ id, alertId, ...text });
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': idempotencyKey,
      'x-huiying-signature': signatureOf(secret, body, Math.floor(Date.now() / 1_000)),
    },
  };
}
