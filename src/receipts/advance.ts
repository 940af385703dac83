import type { EntityManager } from 'typeorm';
import { PRESS_OFFICE } from '../domain/press-office.js';
import type { Role } from '../domain/rights.js';

/** How far a notice has come on its receiver's side. */
export type Receipt = 'sent' | 'delivered' | 'seen' | 'acknowledged';

/** Someone who reads notices. */
export interface Reader {
  id: string;
  role: Role;
  bureau: string | null;
}

/** States a receipt may go on from: it never goes back. */
const BEFORE: Record<Receipt, string[]> = {
  sent: ['pending', 'held'],
  delivered: ['pending', 'held', 'sent', 'failed'],
  seen: ['sent', 'delivered'],
  acknowledged: ['sent', 'delivered', 'seen'],
};

/** As whom this person is told: himself, and the mailbox he reads with others. */
export function recipientsOf({ id, role, bureau }: Reader): string[] {
  if (bureau !== null) return [id, bureau];
  if (role === 'leadership') return [id, 'LEADERSHIP'];
  return role === 'duty_officer' || role === 'administrator' ? [id, PRESS_OFFICE] : [id];
}

/** A row for each, once; the notice's own state goes on where it stood before that. */
export async function advance(
  tx: EntityManager,
  ids: readonly string[],
  receipt: Receipt,
  accountId: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `insert into notice_receipt (notice_id, state, account_id) select id, $2, $3 from unnest($1::uuid[]) id
     on conflict do nothing`,
    [ids, receipt, accountId],
  );
  await tx.query(`update notice set state = $2 where id = any($1::uuid[]) and state = any($3)`, [
    ids,
    receipt,
    BEFORE[receipt],
  ]);
}

/** What stood on somebody's screen: notices by id, or all that he has had of these cases. */
export interface Shown {
  ids?: readonly string[];
  incidents?: readonly string[];
}

/** What was shown to this person on his screen: his own notices of the board, and no others. @returns how many */
export async function markSeen(
  tx: EntityManager,
  reader: Reader,
  { ids = [], incidents = [] }: Shown,
): Promise<number> {
  const rows = await tx.query<{ id: string }[]>(
    `select n.id from notice n join incident i on i.id = n.incident_id and i.channel = 'live'
     where (n.id = any($1::uuid[]) or n.incident_id = any($2::uuid[])) and n.channel = 'board'
       and n.recipient_id = any($3) and (i.restricted_to is null or $4 = any(i.restricted_to))
       and n.state in ('sent', 'delivered', 'seen', 'acknowledged')
     order by n.id for update of n`,
    [ids, incidents, recipientsOf(reader), reader.id],
  );
  await advance(tx, idsOf(rows), 'seen', reader.id);
  return rows.length;
}

/** Whoever acknowledges a case has had every notice of it that reached him. */
export async function markAcknowledged(tx: EntityManager, reader: Reader, incidentId: string): Promise<void> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from notice where incident_id = $1 and recipient_id = any($2)
       and state in ('sent', 'delivered', 'seen', 'acknowledged')
     order by id for update`,
    [incidentId, recipientsOf(reader)],
  );
  await advance(tx, idsOf(rows), 'acknowledged', reader.id);
}

function idsOf(rows: { id: string }[]): string[] {
  return rows.map((row) => row.id);
}
