import type { Dialler } from '../network/dialler.js';
import { postOut } from '../network/outgoing-call.js';
import { type Channel, channelKind, DeliveryError, type Outgoing, type Taken, type EnvironmentOf } from './channel.js';
import { signatureOf } from './signature.js';
import { ADDRESS } from './address.js';
import { optional, secret } from './variable.js';

const variables = { WEBHOOK_SECRET: optional(secret) };

/** 4xx answers that speak of the moment, not of the notice. */
const WORTH_RETRYING = new Set([408, 425, 429]);

/**
 * A signed CloudEvent (1.0, structured JSON) through the guarded dialler: private networks only where a file of the office
 * names the address, redirects never. 2xx is taken as delivered, 4xx as refused for good (but 408, 425, 429), anything else
 * is tried again.
 */
export class WebhookChannel implements Channel {
  constructor(
    private readonly settings: { env: EnvironmentOf<typeof variables> },
    private readonly dialler: Dialler,
  ) {}

  async send(notice: Outgoing, signal: AbortSignal): Promise<Taken> {
    const { WEBHOOK_SECRET: secret, PUBLIC_URL: source = 'urn:huiying' } = this.settings.env;
    if (!secret) throw new DeliveryError('WEBHOOK_SECRET 未设置 · is not set', false);
    const { address: url, origin } = notice;
    const body = JSON.stringify(cloudEvent(notice, source));
    const { status } = await postOut(this.dialler, {
      url,
      origin,
      signal,
      body,
      headers: headersOf(notice, body, secret),
    });
    if (status >= 200 && status < 300) return { answer: `HTTP ${status}` };
    throw new DeliveryError(`HTTP ${status}`, status >= 400 && status < 500 && !WORTH_RETRYING.has(status));
  }
}

/** `source` and `id` name the event once and for all: every attempt at one notice bears the same. */
function cloudEvent({ id, alertId, idempotencyKey, text }: Outgoing, source: string) {
  return {
    specversion: '1.0',
    id: idempotencyKey,
    source,
    type: 'huiying.notice.v1',
    datacontenttype: 'application/json',
    data: { id, alertId, ...text },
  };
}

function headersOf({ idempotencyKey }: Outgoing, body: string, secret: string): Record<string, string> {
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'idempotency-key': idempotencyKey,
    'x-huiying-signature': signatureOf(secret, body, Math.floor(Date.now() / 1_000)),
  };
}

export const webhook = channelKind({
  name: 'webhook',
  words: { zh: '系统对接', en: 'webhook' },
  content: 'full',
  address: ADDRESS.url,
  expected: true,
  variables,
  needs: 'WEBHOOK_SECRET',
  open: (settings, dialler) => new WebhookChannel(settings, dialler),
});
