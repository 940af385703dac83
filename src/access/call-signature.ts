import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header in which a program signs its call: a monitoring service, a short-message gateway. */
export const SIGNATURE_HEADER = 'x-huiying-signature';
/** A call whose stated time is further away than this is refused. */
const TOLERANCE_SECONDS = 300;
const WRITTEN = /^t=([1-9]\d{0,11}),v1=([0-9a-f]{64})$/;

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`, in exactly this spelling, so that no call has two. */
export interface CallSignature {
  unixSeconds: string;
  code: string;
}

/** Null when the header is absent or spelled otherwise. */
export function readSignature(header: string | string[] | undefined): CallSignature | null {
  const match = typeof header === 'string' ? WRITTEN.exec(header) : null;
  return match ? { unixSeconds: match[1] ?? '', code: match[2] ?? '' } : null;
}

export function isTimely({ unixSeconds }: CallSignature, now: Date): boolean {
  return Math.abs(Number(unixSeconds) - now.getTime() / 1_000) <= TOLERANCE_SECONDS;
}

/** Whether the bytes were signed with the secret; takes the same time whatever differs. */
export function isSigned({ unixSeconds, code }: CallSignature, secret: string, body: Uint8Array): boolean {
  const expected = createHmac('sha256', secret).update(`${unixSeconds}.`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(code, 'hex'));
}
