import { z } from 'zod';
import type { Dialler } from '../network/dialler.js';
import { postOut } from '../network/outgoing-call.js';
import { type Channel, channelKind, DeliveryError, type Outgoing, type Taken, type EnvironmentOf } from './channel.js';
import { cutToBytes, plainLine } from './plain-text.js';
import { ADDRESS } from './address.js';
import { defaulted, headers, optional, pattern, secret } from './variable.js';

const variables = {
  SMS_GATEWAY_URL: optional(z.url({ protocol: /^https?$/, error: '形如 https://sms.office.example/send' })),
  SMS_GATEWAY_HEADERS: optional(headers),
  SMS_GATEWAY_BODY: defaulted(z.string().default('{"to":{{to}},"text":{{text}},"id":{{id}}}')),
  SMS_GATEWAY_ACCEPTED: optional(pattern),
  SMS_GATEWAY_REFUSED: optional(pattern),
  SMS_GATEWAY_REFERENCE: optional(z.string().regex(/^[\w-]+(\.[\w-]+)*$/, '形如 data.messageId')),
  SMS_RECEIPT_SECRET: optional(secret),
};

/** Bytes of UTF-8: some 100 Chinese characters, two short messages as the networks count. */
const LONGEST = 320;
const WORTH_RETRYING = new Set([408, 425, 429]);

/**
 * Short messages through whatever gateway the office has: address, headers and body are settings (SMS_GATEWAY_*). The body
 * is a template with {{to}}, {{text}} and {{id}}, each filled in as a JSON value, or percent-encoded in a form.
 */
class SmsChannel implements Channel {
  constructor(
    private readonly settings: { env: EnvironmentOf<typeof variables> },
    private readonly dialler: Dialler,
  ) {}

  async send(notice: Outgoing, signal: AbortSignal): Promise<Taken> {
    const { SMS_GATEWAY_URL: url, SMS_GATEWAY_HEADERS: given = {} } = this.settings.env;
    if (!url) throw new DeliveryError('SMS_GATEWAY_URL 未设置 · is not set', false);
    const headers = { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': notice.idempotencyKey };
    const all = { ...headers, ...lowerCased(given) };
    const body = this.bodyFor(notice, all['content-type'].includes('json'));
    // The gateway's address stands in the environment, the office's own file.
    const answer = await postOut(this.dialler, { url, origin: 'file', headers: all, body, signal });
    return this.meaningOf(answer);
  }

  private bodyFor({ id, address, text }: Outgoing, json: boolean): string {
    const lines = [text.subject.zh, ...text.lines.zh].map(plainLine);
    const values: Record<string, string> = { to: address, text: cutToBytes(lines, LONGEST).replaceAll('\n', ' '), id };
    return this.settings.env.SMS_GATEWAY_BODY.replace(/\{\{(to|text|id)\}\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return json ? JSON.stringify(value) : encodeURIComponent(value);
    });
  }

  /** Gateways too say 200 to what they refuse: what an accepted and a finally refused message look like are settings. */
  private meaningOf({ status, text }: { status: number; text: string }): Taken {
    const {
      SMS_GATEWAY_ACCEPTED: accepted,
      SMS_GATEWAY_REFUSED: refused,
      SMS_GATEWAY_REFERENCE: path,
    } = this.settings.env;
    const answer = `HTTP ${status} ${text}`.slice(0, 300);
    const well = status >= 200 && status < 300;
    if (well && refused?.test(text)) throw new DeliveryError(answer, true);
    if (!well) throw new DeliveryError(answer, status >= 400 && status < 500 && !WORTH_RETRYING.has(status));
    if (accepted && !accepted.test(text)) throw new DeliveryError(answer, false);
    return { answer, reference: path ? valueAt(text, path) : undefined };
  }
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The value at `a.b.0.c` of a JSON text. */
function valueAt(text: string, path: string): string | undefined {
  try {
    const found = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], JSON.parse(text));
    return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  } catch {
    return undefined;
  }
}

export const sms = channelKind({
  name: 'sms',
  words: { zh: '短信', en: 'SMS' },
  content: 'minimal',
  address: ADDRESS.telephone,
  expected: false,
  variables,
  needs: 'SMS_GATEWAY_URL',
  open: (settings, dialler) => new SmsChannel(settings, dialler),
});
