import { createHmac } from 'node:crypto';

/**
 * Signature of a webhook call: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`. The receiver recomputes it with
 * WEBHOOK_SECRET and refuses calls whose `t` is more than five minutes away from its own time.
 */
export function signatureOf(secret: string, body: string, unixSeconds: number): string {
  const code = createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest('hex');
  return `t=${unixSeconds},v1=${code}`;
}
