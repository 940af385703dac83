import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { append } from '../journal/append.js';
import type { NoticeText } from './notice-text.js';

/** A notice this process holds: nobody else sends it before the lease ends, and only the token may record the outcome. */
export interface ClaimedNotice {
  id: string;
  alertId: string;
  incidentId: string;
  recipient: string;
  channel: string;
  attempts: number;
  token: string;
  payload: NoticeText;
}

export interface Failure {
  detail: string;
  permanent: boolean;
}

/** Longer than any attempt, so that a lease ends only when its holder is dead. Seconds of database time. */
const LEASE_S = 30;
const LONGEST_WAIT_S = 30;

/** Rows of the outbox and their moves; each move is one transaction. */
@Injectable()
export class Outbox {
  constructor(private readonly db: DataSource) {}

  /**
   * Takes due notices of one channel and counts the attempt; what was never tried goes before what has failed, else the
   * oldest first. Rows another process holds are skipped.
   */
  async claim(channel: string, most: number): Promise<ClaimedNotice[]> {
    const [rows] = await this.db.query<[ClaimedNotice[], number]>(
      `update notice set attempts = attempts + 1, lease_token = gen_random_uuid(),
         lease_until = app_now() + $3 * interval '1 second'
       where id = any(array(
         select id from notice
         where state = 'pending' and channel = $1 and next_at <= app_now()
           and (lease_until is null or lease_until <= app_now())
         order by attempts > 0, next_at limit $2 for update skip locked))
       returning id, alert_id as "alertId", incident_id as "incidentId", recipient_id as recipient, channel, attempts,
         lease_token as token, payload`,
      [channel, most, LEASE_S],
    );
    return rows;
  }

  /** @returns false when the lease was lost meanwhile: another process has the notice, and nothing is recorded */
  recordSent(notice: ClaimedNotice): Promise<boolean> {
    return this.record(notice, { ok: true, detail: 'sent' }, async (tx) => {
      await settle(tx, notice, 'sent');
      await journal(tx, 'notice.sent', notice, 'sent');
    });
  }

  /**
   * A permanent failure ends the notice. Any other is tried again after 1, 2, 4 ... 30 s, until it is sent or the clock
   * it speaks of has been answered or waived. Journalled when it begins and when it ends; what the receiver said stands
   * with the attempt alone, for it may name a person.
   * @returns false when the lease was lost meanwhile
   */
  recordFailure(notice: ClaimedNotice, failure: Failure): Promise<boolean> {
    return this.record(notice, { ok: false, detail: failure.detail }, async (tx) => {
      const state = failure.permanent ? 'failed' : (await clockIsOver(tx, notice)) ? 'closed' : 'pending';
      await settle(tx, notice, state);
      if (state !== 'pending' || notice.attempts === 1) await journal(tx, 'notice.failed', notice, state);
    });
  }

  private record(
    notice: ClaimedNotice,
    attempt: { ok: boolean; detail: string },
    change: (tx: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const held = await tx.query<unknown[]>(
        `select 1 from notice where id = $1 and lease_token = $2 and state = 'pending' for update`,
        [notice.id, notice.token],
      );
      if (held.length === 0) return false;
      await tx.query('insert into delivery_attempt (notice_id, ok, detail) values ($1, $2, $3)', [
        notice.id,
        attempt.ok,
        attempt.detail.slice(0, 500),
      ]);
      await change(tx);
      return true;
    });
  }
}

type State = 'sent' | 'failed' | 'closed' | 'pending';

async function settle(tx: EntityManager, { id, attempts }: ClaimedNotice, state: State): Promise<void> {
  await tx.query(
    `update notice set state = $2, lease_token = null, lease_until = null,
       sent_at = case $2 when 'sent' then app_now() end, next_at = app_now() + $3 * interval '1 second'
     where id = $1`,
    [id, state, Math.min(LONGEST_WAIT_S, 2 ** (attempts - 1))],
  );
}

async function clockIsOver(tx: EntityManager, { alertId }: ClaimedNotice): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select 1 from deadline_alert a join incident_clock c on c.id = a.clock_id
     where a.id = $1 and (c.met_at is not null or c.waived_at is not null)`,
    [alertId],
  );
  return rows.length > 0;
}

async function journal(tx: EntityManager, kind: string, notice: ClaimedNotice, state: State): Promise<void> {
  const { id, alertId, incidentId, recipient, channel, attempts } = notice;
  const data = { noticeId: id, alertId, recipient, channel, attempts, state };
  await append(tx, [{ kind, incidentId, actor: 'system:notices', data }]);
}
