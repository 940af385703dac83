import type { EntityManager } from 'typeorm';
import type { Calm } from '../contract/board.js';
import type { Policy } from '../domain/clocks/policy.js';

interface BlindRow {
  name: string;
  since: Date;
}

/** Whether silence means anything now: never a false calm while a core source has not been read in time. */
export async function calmNow(db: EntityManager, policy: Policy): Promise<Calm> {
  const blind = await db.query<BlindRow[]>(
    `select name, coalesce(last_ok_at, created_at) as since from source
     where tier = 'core' and enabled and origin <> 'built_in'
       and coalesce(last_ok_at, created_at) < app_now() - make_interval(secs => $1)
     order by 2`,
    [policy.collection.blindAfterSeconds],
  );
  return {
    seeing: blind.length === 0,
    blindSince: blind[0]?.since.toISOString() ?? null,
    blindSources: blind.map((row) => row.name),
  };
}
