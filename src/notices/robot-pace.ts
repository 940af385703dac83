import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Messages at one stroke; more at once are a digest, for robots count by the second too. */
const BURST = 3;

/** What a robot may be told now: each notice alone, so many messages of what is merged, or nothing before so many seconds. */
export type Turn = { go: 'each' } | { go: 'merged'; messages: number } | { go: 'wait'; seconds: number };

/** How many messages there would be if each notice went alone, and if what may be merged were one. */
export interface Wanted {
  each: number;
  merged: number;
}

/** How many messages each robot was sent within the last minute, by whichever process: rows decide, so no restart forgets. */
@Injectable()
export class RobotPace {
  constructor(private readonly db: DataSource) {}

  /** Takes the turns it grants. Robots are known by a hash, for their address is a secret. */
  take(channel: string, address: string, wanted: Wanted, perMinute: number): Promise<Turn> {
    const robot = nameOf(channel, address);
    return this.db.transaction(async (tx) => {
      await tx.query('insert into robot_pace (robot) values ($1) on conflict do nothing', [robot]);
      const [row] = await tx.query<{ taken: number; paused: number; next: number }[]>(
        `select (select count(*)::int from unnest(taken) t where t > app_now() - interval '1 minute') as taken,
           coalesce(extract(epoch from paused_until - app_now()), 0)::float8 as paused,
           coalesce(60 - extract(epoch from app_now() - (select min(t) from unnest(taken) t
             where t > app_now() - interval '1 minute')), 0)::float8 as next
         from robot_pace where robot = $1 for update`,
        [robot],
      );
      if (!row) throw new Error('robot_pace: the row just written is gone');
      const free = perMinute - row.taken;
      if (row.paused > 0) return { go: 'wait', seconds: Math.ceil(row.paused) };
      if (free <= 0) return { go: 'wait', seconds: Math.max(1, Math.ceil(row.next)) };
      const most = Math.min(free, BURST);
      const messages = wanted.each <= most ? wanted.each : Math.min(wanted.merged, most);
      await tx.query(
        `update robot_pace set taken = array(select t from unnest(taken) t where t > app_now() - interval '1 minute')
           || array_fill(app_now(), array[$2::int]) where robot = $1`,
        [robot, messages],
      );
      return wanted.each <= most ? { go: 'each' } : { go: 'merged', messages };
    });
  }

  /** The robot said that it is told too much. */
  async pause(channel: string, address: string, seconds: number): Promise<void> {
    await this.db.query(
      `insert into robot_pace (robot, paused_until) values ($1, app_now() + $2 * interval '1 second')
       on conflict (robot) do update set paused_until = greatest(robot_pace.paused_until, excluded.paused_until)`,
      [nameOf(channel, address), seconds],
    );
  }
}

function nameOf(channel: string, address: string): string {
  const [robot = ''] = address.split('#');
  return `${channel}:${createHash('sha256').update(robot).digest('hex')}`;
}
