import type { EntityManager } from 'typeorm';
import type { HeatPoint, PublisherShare } from '../contract/opinion.js';
import type { PublisherIndex } from '../domain/stories/publishers.js';
import { CALLED, FAMILY, HEARD, SPOKEN_AT } from './reach.js';

/** By the hour for the first 72 hours, then by Beijing days. */
const HEAT = `
  with spoken as (
    select ${SPOKEN_AT} as at, ${FAMILY} as family
    from article a join source s on s.id = a.source_id and ${HEARD} where a.story_id = any($1)
  ), begun as (
    select date_trunc('hour', min(at)) + interval '72 hours' as over from spoken
  ), counted as (
    select case when at < over then date_trunc('hour', at)
        else greatest(over, date_trunc('day', at, 'Asia/Shanghai')) end as at,
      case when at < over then 1 else 24 end as hours, family
    from spoken, begun
  )
  select at, hours, count(*)::int as articles, count(distinct family)::int as families
  from counted group by at, hours order by at`;

/** The heat curve of some stories together. */
export async function heatOf(db: EntityManager, storyIds: string[]): Promise<HeatPoint[]> {
  const rows = await db.query<(Omit<HeatPoint, 'at'> & { at: Date })[]>(HEAT, [storyIds]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

const MOST_PUBLISHERS = 200;
const PUBLISHERS = `
  with said as (
    select ${FAMILY} as family, ${CALLED} as called, a.origin, ${SPOKEN_AT} as at
    from article a join source s on s.id = a.source_id and ${HEARD} where a.story_id = any($1)
  ), voices as (
    select family, min(called) as called, count(*)::int as articles, 0 as originals, min(at) as first_at
    from said group by family
    union all
    select coalesce(origin, family), null, 0, count(*)::int, null from said group by 1
  )
  select family, min(called) as called, sum(articles)::int as articles, sum(originals)::int as originals, min(first_at) as "firstAt"
  from voices group by family order by originals desc, articles desc, family limit ${MOST_PUBLISHERS}`;

/** Who has spoken, and whose report was carried, the most carried first. */
export async function publishersOf(
  db: EntityManager,
  storyIds: string[],
  index: PublisherIndex,
): Promise<PublisherShare[]> {
  const rows = await db.query<
    { family: string; called: string | null; articles: number; originals: number; firstAt: Date | null }[]
  >(PUBLISHERS, [storyIds]);
  return rows.map(({ family, called, firstAt, ...counts }) => ({
    ...index.of(family, called),
    ...counts,
    firstAt: firstAt?.toISOString() ?? null,
  }));
}
