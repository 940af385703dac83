import type { EntityManager } from 'typeorm';
import { campaignDuties } from '../campaigns/campaign-duties.js';
import type { RunningShift, Standing } from '../domain/roster/post.js';
import type { RosterNow } from '../domain/roster/standing.js';

/** A way a person has stated, in the order in which it is to be tried. */
export interface OwnWay {
  channel: string;
  address: string;
  proven: boolean;
}

/** Everyone who may sign in, how each is reached, and whose turn it is, at one instant of database time. */
export interface Roster extends RosterNow {
  waysOf: ReadonlyMap<string, readonly OwnWay[]>;
}

type PersonRow = Standing & { ways: OwnWay[] };

/** Ways a person has not ended: proven ones first, then by the rank he gave them. */
const WAYS = `coalesce((
  select jsonb_agg(jsonb_build_object('channel', w.channel, 'address', w.address, 'proven', w.proven_at is not null)
    order by w.proven_at is null, w.rank, w.created_at, w.id)
  from contact_way w where w.account_id = a.id and w.disabled_at is null), '[]') as ways`;

/** Reads the roster once for all that is to be told in a transaction: an office has hundreds of people, not millions. */
export async function readRoster(tx: EntityManager): Promise<Roster> {
  const rows = await tx.query<PersonRow[]>(
    `select a.id as "accountId", a.role, a.bureau, ${WAYS} from account a where a.disabled_at is null
     order by a.username`,
  );
  const shifts = await tx.query<RunningShift[]>(
    `select post, seat, account_id as "accountId" from duty_shift
     where cancelled_at is null and starts_at <= app_now() and coalesce(relieved_at, ends_at) > app_now()
     order by starts_at, id`,
  );
  const people = rows.map(({ accountId, role, bureau }) => ({ accountId, role, bureau }));
  const campaigns = await campaignDuties(tx);
  return { people, shifts, campaigns, waysOf: new Map(rows.map((row) => [row.accountId, row.ways])) };
}

/** The ways of one person; null when there is no such account, or it may no longer sign in. */
export async function readWays(tx: EntityManager, accountId: string): Promise<OwnWay[] | null> {
  const [row] = await tx.query<{ ways: OwnWay[] }[]>(
    `select ${WAYS} from account a where a.id = $1 and a.disabled_at is null`,
    [accountId],
  );
  return row?.ways ?? null;
}
