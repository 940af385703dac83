import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** A pass is good for so long to either side of the instant it names. */
const GOOD_FOR_MS = 60_000;

/** The secret with which the self-check shows the board that it comes from this office. @throws when there is none */
export async function canarySecret(db: EntityManager): Promise<string> {
  const [row] = await db.query<{ value: string }[]>(`select value from office_secret where name = 'canary_socket'`);
  if (!row) throw new Error('office_secret has no canary_socket: the database was not migrated');
  return row.value;
}

/** `<ms since 1970>.<hex HMAC-SHA256 of it>`. */
export function canaryPass(secret: string, now: Date): string {
  return `${now.getTime()}.${codeOf(secret, String(now.getTime()))}`;
}

/** Whether a pass was made with the secret, at about this time. */
export function isCanaryPass(pass: unknown, secret: string, now: Date): boolean {
  if (typeof pass !== 'string') return false;
  const [at = '', code = ''] = pass.split('.');
  const [given, wanted] = [Buffer.from(code), Buffer.from(codeOf(secret, at))];
  const genuine = given.length === wanted.length && timingSafeEqual(given, wanted);
  return genuine && Math.abs(now.getTime() - Number(at)) <= GOOD_FOR_MS;
}

function codeOf(secret: string, at: string): string {
  return createHmac('sha256', secret).update(`canary:${at}`).digest('hex');
}
