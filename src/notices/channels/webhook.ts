import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, type Dispatcher, request } from 'undici';
import { Settings } from '../../settings/settings.js';
import { type Channel, DeliveryError, type Outgoing } from './channel.js';
import { signatureOf } from './signature.js';

const CONNECT_MS = 5_000;
/** 4xx answers that speak of the moment, not of the notice. */
const WORTH_RETRYING = new Set([408, 425, 429]);

/**
 * A signed JSON POST. The address stands in a file of the office, so private networks are allowed; redirects are not
 * followed. 2xx is taken as delivered, 4xx as refused for good (but 408, 425, 429), anything else is tried again.
 */
@Injectable()
export class WebhookChannel implements Channel, OnApplicationShutdown {
  private readonly agent = new Agent({ connect: { timeout: CONNECT_MS }, keepAliveTimeout: 1_000 });

  constructor(private readonly settings: Settings) {}

  async send(notice: Outgoing, signal: AbortSignal): Promise<void> {
    const secret = this.settings.env.WEBHOOK_SECRET;
    if (!secret) throw new DeliveryError('WEBHOOK_SECRET 未设置 · is not set', false);
    const { statusCode, body } = await request(notice.address, {
      method: 'POST',
      dispatcher: this.agent,
      signal,
      ...signed(notice, secret),
    });
    await discard(body);
    if (statusCode >= 200 && statusCode < 300) return;
    const permanent = statusCode >= 400 && statusCode < 500 && !WORTH_RETRYING.has(statusCode);
    throw new DeliveryError(`HTTP ${statusCode}`, permanent);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
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

/** The answer's status is all that counts; a fault while its body is thrown away changes nothing. */
async function discard(body: Dispatcher.ResponseData['body']): Promise<void> {
  await body.dump({ limit: 16_384 }).catch(() => undefined);
}
