import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** The right to send requests to a host, one holder at a time across all workers. */
export interface HostTurn {
  host: string;
  holder: string;
}

/** A turn to be given back, and for how long the host then rests, seconds. */
export type RestingTurn = HostTurn & { gap: number };

/** SQL over a row `t` of `host_turn`: nobody is at the host, and the gap after the last one has passed. */
export const IS_FREE = `t.free_at <= app_now() and (t.busy_until is null or t.busy_until <= app_now())`;

/** Takes the turn if the host is free. @param seconds after which it ends by itself. @returns null when it is not */
export async function takeTurn(db: EntityManager, host: string, seconds: number): Promise<HostTurn | null> {
  const holder = randomUUID();
  const taken = await db.query<unknown[]>(
    `insert into host_turn as t (host, holder, busy_until) values ($1, $2, app_now() + make_interval(secs => $3))
     on conflict (host) do update set holder = excluded.holder, busy_until = excluded.busy_until where ${IS_FREE}
     returning host`,
    [host, holder, seconds],
  );
  return taken.length > 0 ? { host, holder } : null;
}

/** SQL of one statement (or CTE) that gives turns back: hosts, their holders, and until when each rests, seconds. */
export const giveBack = (hosts: string, holders: string, gaps: string): string =>
  `update host_turn t set holder = null, busy_until = null, free_at = app_now() + make_interval(secs => mine.gap)
   from unnest(${hosts}::text[], ${holders}::uuid[], ${gaps}::float8[]) as mine(host, holder, gap)
   where t.host = mine.host and t.holder = mine.holder`;
