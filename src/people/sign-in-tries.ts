import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FAMILIAR_DAYS, FORGOTTEN_HOURS, LOCK_MINUTES, MOST_FAILURES } from '../domain/lock-out.js';

/** A try that may go on. It counts as failed until `succeeded` says otherwise, so that many at once guess no more often. */
export interface Try {
  subject: string;
  zone: string;
  /** The last one of a row: how long the account is locked unless this one succeeds. */
  lockedUntil: Date | null;
}

/** All addresses that an account has not used of late share one count: to change them gains nothing. */
const UNFAMILIAR = '';

/** Counts a try; at the last failure of a row the lock begins in the same statement. No row: it is locked. */
const COUNT = `insert into sign_in_try as t (subject, zone, failures, last_at) values ($1, $2, 1, app_now())
  on conflict (subject, zone) do update set last_at = app_now(),
    failures = case when t.failures + 1 < $3 then t.failures + 1 else 0 end,
    locks = t.locks + case when t.failures + 1 < $3 then 0 else 1 end,
    locked_until = case when t.failures + 1 < $3 then null
      else app_now() + make_interval(mins => ($4::int[])[least(t.locks + 1, cardinality($4::int[]))]) end
  where t.locked_until is null or t.locked_until <= app_now()
  returning locked_until as "lockedUntil"`;

/**
 * The lock-out: failures in a row, counted in the database for every api process. Familiar addresses of an account are
 * counted apart, so that nobody elsewhere can lock its owner out. Names that no account has are counted alike; what was
 * typed is kept as a keyed digest only, since now and then it is a password.
 */
@Injectable()
export class SignInTries {
  constructor(private readonly db: DataSource) {}

  /** @returns the try, or the seconds until one is let through */
  async take(username: string, accountId: string | null, place: string): Promise<Try | number> {
    const db = this.db.manager;
    const subject = accountId ?? (await this.digest(username));
    const zone = (await isFamiliar(db, accountId, place)) ? place : UNFAMILIAR;
    await db.query('delete from sign_in_try where last_at < app_now() - make_interval(hours => $1)', [FORGOTTEN_HOURS]);
    const [counted] = await db.query<{ lockedUntil: Date | null }[]>(COUNT, [
      subject,
      zone,
      MOST_FAILURES,
      LOCK_MINUTES,
    ]);
    return counted ? { subject, zone, lockedUntil: counted.lockedUntil } : this.secondsLeft(subject, zone);
  }

  /** The right password: the count begins anew, and the address is familiar from now on. */
  async succeeded(tx: EntityManager, taken: Try, accountId: string, place: string): Promise<void> {
    await this.forget(tx, taken);
    await tx.query(
      `insert into sign_in_address as s (account_id, address, last_at) values ($1, $2, app_now())
       on conflict (account_id, address) do update set last_at = excluded.last_at`,
      [accountId, place],
    );
  }

  /** What was tried succeeded: the count begins anew. */
  async forget(tx: EntityManager, { subject, zone }: Try): Promise<void> {
    await tx.query('delete from sign_in_try where subject = $1 and zone = $2', [subject, zone]);
  }

  private async secondsLeft(subject: string, zone: string): Promise<number> {
    const [row] = await this.db.query<{ left: number }[]>(
      `select ceil(extract(epoch from locked_until - app_now()))::int as left from sign_in_try
       where subject = $1 and zone = $2`,
      [subject, zone],
    );
    return Math.max(1, row?.left ?? 1);
  }

  private async digest(username: string): Promise<string> {
    const [row] = await this.db.query<{ value: string }[]>(
      `select value from office_secret where name = 'sign_in_names'`,
    );
    if (!row) throw new Error('office_secret has no sign_in_names: the database was not migrated');
    return createHmac('sha256', row.value).update(username).digest('hex');
  }
}

async function isFamiliar(db: EntityManager, accountId: string | null, place: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `select 1 from sign_in_address
     where account_id = $1 and address = $2 and last_at > app_now() - make_interval(days => $3)`,
    [accountId, place, FAMILIAR_DAYS],
  );
  return rows.length > 0;
}
