import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NoticeLine, NoticeQuery, NoticesOfCase } from '../../contract/notice.js';
import type { Person } from '../../contract/session.js';
import { maySee, type Viewed } from '../../domain/rights.js';
import { JournalService } from '../../journal/journal.service.js';
import { notSentOf } from './not-sent.js';
import { Receivers } from './receivers.js';

interface Row {
  id: string;
  recipient: string;
  channel: string;
  state: NoticeLine['state'];
  attempts: number;
  failures: number;
  lastFailure: string | null;
  heldUntil: Date | null;
  createdAt: Date;
  /** The same to the microsecond, so that a page neither repeats nor leaves out any. */
  instant: string;
  sentAt: Date | null;
  receipts: Partial<Record<'sent' | 'delivered' | 'seen' | 'acknowledged', string>>;
}

/** How far the notices of a case have come, as one person may know it. */
@Injectable()
export class NoticeReader {
  constructor(
    private readonly db: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** A page, newest first, by keyset: it stays right while notices come. @throws NotFoundException no such case, or not this person's to see */
  async ofIncident(person: Person, id: string, { cursor, limit }: NoticeQuery): Promise<NoticesOfCase> {
    const [incident] = await this.db.query<Viewed[]>(
      `select lead, co, restricted_to as "restrictedTo" from incident where id = $1 and channel = 'live'`,
      [id],
    );
    if (!incident || !maySee(person, incident)) throw new NotFoundException('没有这个事件 · no such incident');
    const found = await this.rowsOf(id, limit + 1, cursor);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const next = found.length > limit && last ? `${last.instant}_${last.id}` : null;
    const missed = notSentOf(await this.journal.ofIncident(id)).filter(isBetween(next, cursor ?? null));
    const who = await Receivers.read(this.db.manager, person, [...rows, ...missed]);
    return {
      next,
      items: rows.sort(asRead).map((row) => lineOf(row, who)),
      notSent: missed.map(({ recipient, ...row }) => ({ ...row, ...who.of(recipient) })),
    };
  }

  private rowsOf(id: string, most: number, cursor?: string): Promise<Row[]> {
    const [instant = null, after = null] = cursor?.split('_') ?? [];
    return this.db.query<Row[]>(
      `select n.id, n.recipient_id as recipient, n.channel, n.state, n.attempts, n.created_at as "createdAt",
         to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant, n.sent_at as "sentAt", case n.state when 'held' then n.next_at end as "heldUntil",
         (select count(*)::int from delivery_attempt a where a.notice_id = n.id and not a.ok) as failures,
         (select a.detail from delivery_attempt a where a.notice_id = n.id and not a.ok order by a.id desc limit 1)
           as "lastFailure",
         coalesce((select jsonb_object_agg(state, at) from (
           select r.state, min(r.at) as at from notice_receipt r where r.notice_id = n.id group by 1) r), '{}') as receipts
       from notice n where n.incident_id = $1 and ($2::timestamptz is null or (n.created_at, n.id) < ($2, $3::uuid))
       order by n.created_at desc, n.id desc limit $4`,
      [id, instant, after, most],
    );
  }
}

/** What was written at once stands together by who was told. */
function asRead(a: Row, b: Row): number {
  const who = ({ recipient, channel }: Row) => `${recipient} ${channel}`;
  return b.createdAt.getTime() - a.createdAt.getTime() || who(a).localeCompare(who(b));
}

/** Not before the place where the next page begins, and before that where this one does: each row stands in one page. */
function isBetween(next: string | null, begin: string | null): (row: { at: string }) => boolean {
  const timeOf = (place: string) => Date.parse(place.split('_')[0] ?? '');
  return ({ at }) =>
    (next === null || Date.parse(at) >= timeOf(next)) && (begin === null || Date.parse(at) < timeOf(begin));
}

const REACHED = ['sent', 'delivered', 'seen', 'acknowledged'] as const;

function lineOf(row: Row, who: Receivers): NoticeLine {
  const { id, recipient, channel, state, attempts, failures } = row;
  return {
    ...{ id, channel, state, attempts, failures },
    ...who.of(recipient),
    receipts: receiptsOf(row),
    // The receiver's words may name a person.
    lastFailure: who.known(recipient) ? row.lastFailure : null,
    heldUntil: row.heldUntil?.toISOString() ?? null,
  };
}

/** The board takes a notice in the moment in which it is made: of that there is no row. */
function receiptsOf({ createdAt, sentAt, receipts }: Row): NoticeLine['receipts'] {
  const at = { sent: sentAt?.toISOString(), ...receipts };
  const reached = REACHED.flatMap((state) => {
    const when = at[state];
    return when ? [{ state, at: new Date(when).toISOString() }] : [];
  });
  return [{ state: 'queued', at: createdAt.toISOString() }, ...reached];
}
