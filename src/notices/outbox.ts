import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { append, type JournalRow } from '../journal/append.js';
import type { ClaimedNotice } from './claimed-notice.js';
import { advance } from '../receipts/advance.js';
import { failOver } from './fail-over.js';
import { wordedAfterHold } from './held-meanwhile.js';
import { markUnreached } from './unreached-rung.js';

/** As the lease finds it: held until now, or in the meantime. */
type Leased = ClaimedNotice & { heldSince: Date | null };

export interface Failure {
  detail: string;
  permanent: boolean;
  /** Not again before so many seconds. */
  waitSeconds?: number;
  /** The recipient's ways in his own order: the next one is tried when this one fails. */
  ways?: readonly string[];
}

/** What a receiver said to a message it took. */
export interface Success {
  answer?: string;
  reference?: string | undefined;
}

/** Longer than any attempt, so that a lease ends only when its holder is dead. Seconds of database time. */
const LEASE_S = 30;
const LONGEST_WAIT_S = 30;
/** Held by no process. */
const FREE = '(lease_until is null or lease_until <= app_now())';

/** Rows of the outbox and their moves; each move is one transaction. */
@Injectable()
export class Outbox {
  constructor(private readonly db: DataSource) {}

  /**
   * Takes due notices of one channel and counts the attempt; what was never tried goes before what has failed, else the
   * oldest first, and with a notice whatever stands in one digest with it. Rows another process holds are skipped.
   */
  async claim(channel: string, most: number): Promise<ClaimedNotice[]> {
    const due = await this.lease(
      channel,
      `id = any(array(
         select id from notice
         where state in ('pending', 'held') and channel = $1 and next_at <= app_now() and ${FREE}
         order by attempts > 0, next_at limit $3 for update skip locked))`,
      most,
    );
    const digests = [...new Set(due.flatMap(({ digestId }) => digestId ?? []))];
    if (digests.length === 0) return due;
    const others = `channel = $1 and digest_id = any($3) and state = 'pending' and ${FREE}`;
    return [...due, ...(await this.lease(channel, others, digests))];
  }

  private async lease(channel: string, which: string, value: unknown): Promise<ClaimedNotice[]> {
    const [rows] = await this.db.query<[Leased[], number]>(
      `update notice set state = 'pending', attempts = attempts + 1, lease_token = gen_random_uuid(),
         lease_until = app_now() + $2 * interval '1 second'
       where ${which}
       returning id, coalesce(alert_id, report_id, paper_id) as "alertId", incident_id as "incidentId", recipient_id as recipient, channel, attempts,
         lease_token as token, payload, digest_id as "digestId", held_since as "heldSince"`,
      [channel, LEASE_S, value],
    );
    const leased = rows.map(({ heldSince: _held, ...notice }) => notice);
    const held = leased.filter((_, index) => rows[index]?.heldSince != null);
    const worded = held.length === 0 ? [] : await this.db.transaction((tx) => wordedAfterHold(tx, held));
    return leased.map((notice) => worded.find(({ id }) => id === notice.id) ?? notice);
  }

  /** Puts notices into one digest before it is sent. @returns its id */
  async merge(notices: readonly ClaimedNotice[]): Promise<string> {
    const id = randomUUID();
    await this.db.query(
      `update notice n set digest_id = $1 from unnest($2::uuid[], $3::uuid[]) as c (id, token)
       where n.id = c.id and n.lease_token = c.token`,
      [id, notices.map((notice) => notice.id), notices.map((notice) => notice.token)],
    );
    return id;
  }

  /** All that a digest says, whatever has become of its notices since: a repetition is worded like the first one. */
  digest(id: string): Promise<Pick<ClaimedNotice, 'channel' | 'payload'>[]> {
    return this.db.query('select channel, payload from notice where digest_id = $1 order by id', [id]);
  }

  /** @returns false when the lease was lost meanwhile: another process has the notice, and nothing is recorded */
  recordSent(notice: ClaimedNotice, { answer = 'sent', reference }: Success = {}): Promise<boolean> {
    return this.record(notice, { ok: true, detail: answer }, async (tx) => {
      await settle(tx, notice, 'sent');
      await tx.query('update notice set reference = $2 where id = $1 and $2::text is not null', [notice.id, reference]);
      await advance(tx, [notice.id], 'sent', null);
      return [journalRow('notice.sent', notice, 'sent')];
    });
  }

  /**
   * A permanent failure ends the notice. Any other is tried again after 1, 2, 4 ... 30 s, until it is sent or the clock
   * it speaks of has been answered or waived; meanwhile the recipient's next way is tried too. Journalled when it begins and
   * when it ends; what the receiver said stands with the attempt alone, for it may name a person.
   * @returns false when the lease was lost meanwhile
   */
  recordFailure(notice: ClaimedNotice, failure: Failure): Promise<boolean> {
    return this.record(notice, { ok: false, detail: failure.detail }, async (tx) => {
      const state = failure.permanent ? 'failed' : (await clockIsOver(tx, notice)) ? 'closed' : 'pending';
      await settle(tx, notice, state, failure.waitSeconds);
      const rows = state === 'pending' && notice.attempts > 1 ? [] : [journalRow('notice.failed', notice, state)];
      if (state === 'closed') return rows;
      const over = await failOver(tx, notice, failure.permanent, failure.ways ?? []);
      if (failure.permanent && over.length === 0) await markUnreached(tx, notice);
      return [...rows, ...over];
    });
  }

  /** Gives a notice back unsent: no attempt was made. Held over quiet hours, or waiting for its robot's turn. */
  async putOff(notice: ClaimedNotice, state: 'held' | 'pending', until: Date | { seconds: number }): Promise<void> {
    const at = until instanceof Date ? '$4::timestamptz' : `app_now() + $4 * interval '1 second'`;
    await this.db.transaction(async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        `update notice set state = $3, attempts = attempts - 1, lease_token = null, lease_until = null, next_at = ${at},
           held_since = case $3 when 'held' then app_now() else held_since end
         where id = $1 and lease_token = $2 returning id`,
        [notice.id, notice.token, state, until instanceof Date ? until : until.seconds],
      );
      if (rows.length > 0 && state === 'held') await append(tx, [journalRow('notice.held', notice, state)]);
    });
  }

  /** A case that has risen to level I or II wakes people: what was held of it goes out. */
  async releaseRisen(): Promise<void> {
    await this.db.query(
      `update notice n set state = 'pending', next_at = app_now() from incident i
       where n.state = 'held' and i.id = n.incident_id and i.level in ('I', 'II')`,
    );
  }

  private record(
    notice: ClaimedNotice,
    attempt: { ok: boolean; detail: string },
    change: (tx: EntityManager) => Promise<JournalRow[]>,
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
      await append(tx, await change(tx));
      return true;
    });
  }
}

type State = 'sent' | 'failed' | 'closed' | 'pending' | 'held';

async function settle(
  tx: EntityManager,
  { id, attempts }: ClaimedNotice,
  state: State,
  waitSeconds = 0,
): Promise<void> {
  await tx.query(
    `update notice set state = $2, lease_token = null, lease_until = null,
       sent_at = case $2 when 'sent' then app_now() end, next_at = app_now() + $3 * interval '1 second'
     where id = $1`,
    [id, state, Math.max(waitSeconds, Math.min(LONGEST_WAIT_S, 2 ** (attempts - 1)))],
  );
}

/** Of a report of failures: the case has no duty left that runs. */
async function clockIsOver(tx: EntityManager, { id }: ClaimedNotice): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select 1 from notice n left join deadline_alert a on a.id = n.alert_id
     where n.id = $1 and n.paper_id is null and not exists (select from incident_clock c where c.met_at is null and c.waived_at is null
       and case when n.alert_id is null then c.incident_id = n.incident_id else c.id = a.clock_id end)`,
    [id],
  );
  return rows.length > 0;
}

function journalRow(kind: string, notice: ClaimedNotice, state: State): JournalRow {
  const { id, alertId, incidentId, recipient, channel, attempts } = notice;
  const data = { noticeId: id, alertId, recipient, channel, attempts, state };
  return { kind, incidentId, actor: 'system:notices', data };
}
