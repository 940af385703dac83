import type { EntityManager } from 'typeorm';
import { databaseNow } from '../database/time.js';
import { gapsOf, type Span } from '../domain/roster/gaps.js';
import { DUTY_DESK } from '../domain/roster/post.js';

/** How far ahead a roster should be filled. */
export const AHEAD_MS = 7 * 86_400_000;

export interface RosterGap extends Span {
  post: string;
}

/** Stretches of the next seven days that nobody covers: of the desk, and of each bureau that keeps a roster. */
export async function gapsAhead(db: EntityManager): Promise<RosterGap[]> {
  const from = await databaseNow(db);
  const window = { from, to: new Date(from.getTime() + AHEAD_MS) };
  const turns = await db.query<RosterGap[]>(
    `select s.post, s.starts_at as "from", coalesce(s.relieved_at, s.ends_at) as "to"
     from duty_shift s join account a on a.id = s.account_id
     where s.cancelled_at is null and a.disabled_at is null and s.ends_at > $1::timestamptz - interval '30 days'`,
    [from],
  );
  const posts = new Set([DUTY_DESK, ...turns.map((turn) => turn.post)]);
  return [...posts].flatMap((post) => {
    const own = turns.filter((turn) => turn.post === post);
    return gapsOf(own, window).map((gap) => ({ post, ...gap }));
  });
}
