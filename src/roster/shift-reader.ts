import type { EntityManager } from 'typeorm';
import type { OnDuty, ShiftView } from '../contract/roster.js';
import type { Span } from '../domain/roster/gaps.js';

interface ShiftRow extends Omit<ShiftView, 'startsAt' | 'endsAt' | 'relievedAt' | 'cancelledAt'> {
  startsAt: Date;
  endsAt: Date;
  relievedAt: Date | null;
  cancelledAt: Date | null;
}

const SHIFT = `select s.id, s.post, s.seat, s.account_id as "accountId", a.display_name as name, s.starts_at as "startsAt",
    s.ends_at as "endsAt", s.relieved_at as "relievedAt", s.cancelled_at as "cancelledAt",
    s.cancel_reason as "cancelReason"
  from duty_shift s join account a on a.id = s.account_id`;

/** Turns that touch a stretch of time, cancelled ones too, by their beginning. */
export async function shiftsIn(db: EntityManager, { from, to }: Span): Promise<ShiftView[]> {
  const rows = await db.query<ShiftRow[]>(
    `${SHIFT} where s.starts_at < $2 and s.ends_at > $1 order by s.starts_at, s.post, s.seat desc, a.username`,
    [from, to],
  );
  return rows.map(viewOf);
}

export async function shiftById(db: EntityManager, id: string): Promise<ShiftView | null> {
  const [row] = await db.query<ShiftRow[]>(`${SHIFT} where s.id = $1`, [id]);
  return row ? viewOf(row) : null;
}

/** Who has a turn now, 值班台 first. A disabled account has none. */
export async function onDutyNow(db: EntityManager): Promise<OnDuty[]> {
  const rows = await db.query<(Omit<OnDuty, 'until'> & { until: Date })[]>(
    `select s.post, s.seat, a.id as "accountId", a.display_name as name, s.ends_at as until
     from duty_shift s join account a on a.id = s.account_id
     where s.cancelled_at is null and a.disabled_at is null and s.starts_at <= app_now()
       and coalesce(s.relieved_at, s.ends_at) > app_now()
     order by s.post <> 'press_office', s.post, s.seat desc, a.username`,
  );
  return rows.map((row) => ({ ...row, until: row.until.toISOString() }));
}

function viewOf(row: ShiftRow): ShiftView {
  return {
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    relievedAt: row.relievedAt?.toISOString() ?? null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
  };
}
