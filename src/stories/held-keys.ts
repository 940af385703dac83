import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type Holders, isGramKey } from '../domain/stories/story-keys.js';
import { WINDOW_DAYS } from '../domain/stories/story-match.js';
import { MOST_HOLDERS } from '../domain/stories/story-rarity.js';

const DAY_MS = 86_400_000;
/** A story under way holds a key once a day: enough rows to see MOST_HOLDERS stories. */
const MOST_ROWS = MOST_HOLDERS * 2;
/** Rows that one statement removes. */
const BATCH = 20_000;

/** Whole UTC days since 1970. */
const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS);
/** What stands for a key of a channel in the table. */
export const keyNumber = (key: string, channel: string): number =>
  createHash('md5').update(`${channel} ${key}`).digest().readInt32BE(0);

/** Which stories of the window hold each key. Needs `lockStories` to see what others wrote. */
export async function holdersOf(
  tx: Pick<EntityManager, 'query'>,
  keys: readonly string[],
  channel: string,
  now: Date,
): Promise<Holders<string>> {
  const found = await tx.query<{ at: number; count: number; stories: string[] }[]>(
    `select probe.at::integer - 1 as at, cardinality(held.stories) as count,
       case when probe.gram and cardinality(held.stories) >= $5 then '{}' else held.stories end as stories
     from unnest($1::integer[], $2::boolean[]) with ordinality as probe (key, gram, at)
     cross join lateral (
       select array_agg(distinct story_id) as stories from (
         select story_id from story_key
         where key = probe.key and day >= $3 order by day desc, story_id desc limit $4) latest) held
     where held.stories is not null`,
    [
      keys.map((key) => keyNumber(key, channel)),
      keys.map(isGramKey),
      dayOf(now) - WINDOW_DAYS,
      MOST_ROWS,
      MOST_HOLDERS,
    ],
  );
  return new Map(found.map(({ at, count, stories }) => [keys[at] ?? '', { count, stories }]));
}

/** From now on the story is found by these keys, for as long as the window is. */
export async function holdKeys(
  tx: EntityManager,
  storyId: string,
  keys: readonly string[],
  channel: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into story_key (key, day, story_id) select distinct key, $2::integer, $3::uuid from unnest($1::integer[]) key
     on conflict do nothing`,
    [keys.map((key) => keyNumber(key, channel)), dayOf(now), storyId],
  );
}

/**
 * Removes what the window has passed, each batch in its own transaction: a day of much news is more than one statement may take.
 * @param most rows of one batch
 * @returns rows removed
 */
export async function dropPassedKeys(db: Pick<DataSource, 'query'>, now: Date, most = BATCH): Promise<number> {
  let removed = 0;
  for (let batch = most; batch >= most; removed += batch) {
    [, batch] = await db.query<[unknown, number]>(
      'delete from story_key where ctid = any(array(select ctid from story_key where day < $1 limit $2))',
      [dayOf(now) - WINDOW_DAYS, most],
    );
  }
  return removed;
}
