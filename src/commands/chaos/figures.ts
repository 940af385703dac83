import type { DataSource } from 'typeorm';
import type { Received } from './recorder.js';

/** How much there was of everything. */
export async function figuresOf(
  db: Pick<DataSource, 'query'>,
  received: ReadonlyMap<string, Received>,
): Promise<Record<string, number>> {
  const [row = {}] = await db.query<Record<string, string>[]>(
    `with live as (select c.id from incident_clock c join incident i on i.id = c.incident_id where i.channel = 'live'),
       threshold as (select * from clock_threshold where clock_id in (select id from live)),
       outside as (select * from notice where channel <> 'board')
     select (select count(*) from incident where channel = 'live') as cases,
       (select count(*) from threshold) as thresholds,
       (select count(*) from threshold where outcome = 'fired') as fired,
       (select count(*) from threshold where outcome = 'superseded') as superseded,
       (select count(*) from threshold where outcome = 'closed') as closed,
       (select count(*) from deadline_alert where clock_id in (select id from live)) as alerts,
       (select count(*) from outside) as notices,
       (select count(*) from outside where state = 'sent') as sent,
       (select count(distinct digest_id) from outside) as digests,
       (select count(*) from delivery_attempt) as attempts`,
  );
  const calls = [...received.values()].reduce((sum, one) => sum + one.calls, 0);
  const counted = Object.entries(row).map(([name, value]) => [name, Number(value)]);
  return { ...(Object.fromEntries(counted) as Record<string, number>), calls, repeats: calls - received.size };
}
