import type { EntityManager } from 'typeorm';
import type { WayOfPerson, WayView } from '../../contract/way.js';

type Instants = 'provenAt' | 'disabledAt' | 'testSentAt' | 'createdAt';
type Row<T> = Omit<T, Instants> & Record<Exclude<Instants, 'createdAt'>, Date | null> & { createdAt: Date };

const COLUMNS = `w.id, w.channel, w.address, w.rank, w.proven_at as "provenAt", w.disabled_at as "disabledAt",
  w.proof_sent_at as "testSentAt", w.created_at as "createdAt"`;

export async function waysOf(db: EntityManager, accountId: string): Promise<WayView[]> {
  const rows = await db.query<Row<WayView>[]>(
    `select ${COLUMNS} from contact_way w where w.account_id = $1
     order by w.disabled_at is not null, w.rank, w.created_at, w.id`,
    [accountId],
  );
  return rows.map(viewOf);
}

/** One way of this person; null when it is not his. */
export async function ownWay(db: EntityManager, accountId: string, id: string): Promise<WayView | null> {
  const rows = await db.query<Row<WayView>[]>(
    `select ${COLUMNS} from contact_way w where w.account_id = $1 and w.id = $2`,
    [accountId, id],
  );
  return rows[0] ? viewOf(rows[0]) : null;
}

/** The ways of all who may sign in. */
export async function allWays(db: EntityManager): Promise<WayOfPerson[]> {
  const rows = await db.query<Row<WayOfPerson>[]>(
    `select ${COLUMNS}, a.id as "accountId", a.display_name as name, a.role, a.bureau
     from contact_way w join account a on a.id = w.account_id where a.disabled_at is null
     order by a.username, w.disabled_at is not null, w.rank, w.id`,
  );
  return rows.map(viewOf);
}

function viewOf<T extends WayView>(row: Row<T>): T {
  const iso = (instant: Date | null) => instant?.toISOString() ?? null;
  const { provenAt, disabledAt, testSentAt, createdAt, ...rest } = row;
  const instants = { provenAt: iso(provenAt), disabledAt: iso(disabledAt), testSentAt: iso(testSentAt) };
  return { ...rest, ...instants, createdAt: createdAt.toISOString() } as unknown as T;
}
