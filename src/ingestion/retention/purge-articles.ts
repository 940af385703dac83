import type { EntityManager } from 'typeorm';
import { type Counted, counted, type Purged } from './purged.js';

/** Articles of a case, of a story that waits in a lane, or proposed as an answer are never removed; neither is one that nobody has judged. */
const ARTICLES = `
  with old as (
    select a.id from article a left join story s on s.id = a.story_id
    where a.fetched_at < $1 and a.judged_at is not null and s.lane is null and s.incident_id is null
      and not exists (select from own_release r where r.article_id = a.id)
    order by a.fetched_at limit $2 for update of a skip locked
  ), gone as (
    delete from article a using old where a.id = old.id
    returning a.story_id, a.body_id, pg_column_size(a.*) as size
  )
  select count(*)::int as rows, coalesce(sum(size), 0)::float8 as bytes,
    array_remove(array_agg(distinct story_id), null) as stories, array_remove(array_agg(distinct body_id), null) as captures
  from gone`;

/** With those that had gone into them: each was joined by nothing since. */
const STORIES = `
  with kept as (
    delete from story s where s.id = any($1::uuid[]) and s.lane is null and s.incident_id is null and s.last_joined_at < $2
      and not exists (select from article a where a.story_id = s.id)
    returning s.id, pg_column_size(s.*) as size
  ), merged as (
    delete from story s using kept where s.merged_into = kept.id and s.id <> all($1::uuid[])
    returning pg_column_size(s.*) as size
  ), gone as (select size from kept union all select size from merged)
  select count(*)::int as rows, coalesce(sum(size), 0)::float8 as bytes from gone`;

/** What has gone into another story holds nothing any more; its address leads to the other one until its time has passed. */
const MERGED = `
  with old as (
    select s.id from story s where s.merged_into is not null and s.last_joined_at < $1
      and not exists (select from article a where a.story_id = s.id)
    order by s.id limit $2 for update skip locked
  ), gone as (delete from story s using old where s.id = old.id returning pg_column_size(s.*) as size)
  select count(*)::int as rows, coalesce(sum(size), 0)::float8 as bytes from gone`;

const CAPTURES = `
  with gone as (
    delete from response_body b where b.id = any($1::uuid[]) and b.blob is null
      and not exists (select from article a where a.body_id = b.id)
    returning pg_column_size(b.*) as size
  )
  select count(*)::int as rows, coalesce(sum(size), 0)::float8 as bytes from gone`;

interface Gone extends Counted {
  stories: string[] | null;
  captures: string[] | null;
}

/** Removes articles whose time has passed, and what is left of their stories and captures. */
export async function purgeArticles(tx: EntityManager, olderThan: Date, most: number): Promise<Purged[]> {
  const articles = await tx.query<Gone[]>(ARTICLES, [olderThan, most]);
  const { stories, captures } = articles[0] ?? { stories: null, captures: null };
  return [
    counted('articles', articles),
    counted('stories', stories ? await tx.query<Counted[]>(STORIES, [stories, olderThan]) : []),
    counted('captures', captures ? await tx.query<Counted[]>(CAPTURES, [captures]) : []),
  ];
}

/** Removes stories that went into others and whose time has passed, wherever those stand. */
export async function purgeMergedStories(tx: EntityManager, olderThan: Date, most: number): Promise<Purged[]> {
  return [counted('stories', await tx.query<Counted[]>(MERGED, [olderThan, most]))];
}

const VISITS = `
  with old as (select id from visit where started_at < $1 order by started_at limit $2 for update skip locked),
  gone as (delete from visit v using old where v.id = old.id returning pg_column_size(v.*) as size)
  select count(*)::int as rows, coalesce(sum(size), 0)::float8 as bytes from gone`;

export async function purgeVisits(tx: EntityManager, olderThan: Date, most: number): Promise<Purged[]> {
  return [counted('visits', await tx.query<Counted[]>(VISITS, [olderThan, most]))];
}
