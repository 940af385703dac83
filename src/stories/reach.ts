import type { EntityManager } from 'typeorm';
import { bestAuthority } from '../domain/opinion/authority.js';
import { opinionLevel, type OpinionLevel } from '../domain/opinion/opinion-level.js';
import type { Focus } from '../domain/routing/routing-rules.js';
import { publisherIndex } from '../domain/stories/publishers.js';
import type { Rules } from '../settings/rules.js';

/** Titles that the mood of the talk is read from. */
const MOST_TITLES = 50;

/** How far stories have spread: the counts behind the opinion level. */
export interface Reach {
  articles: number;
  /** Distinct publishers. */
  families: number;
  /** Distinct original sources. */
  originals: number;
  lastHour: number;
  lastDay: number;
  voices: { family: string; folder: string | null }[];
  titles: string[];
}

export const NO_REACH: Reach = {
  ...{ articles: 0, families: 0, originals: 0, lastHour: 0, lastDay: 0 },
  ...{ voices: [], titles: [] },
};

/** What counts as public opinion: the office's own channels do not, whatever they joined before they were known as such. */
export const HEARD = `s.kind = 'public'`;

/** When an article counts as spoken: what bears an old date was brought up again when it was fetched. */
export const SPOKEN_AT = `case when a.published_at between a.fetched_at - interval '72 hours' and a.fetched_at
  then a.published_at else a.fetched_at end`;
/** Family of who published an article; of articles stored before publishers were known, the source's. */
export const FAMILY = `coalesce(a.publisher, s.family)`;

/** What to call a family that config/publishers.yaml does not know: as its source is called. */
export const CALLED = `case when ${FAMILY} = s.family then s.name end`;

const REACH = `
  select g.key, count(*)::int as articles, count(distinct ${FAMILY})::int as families,
    count(distinct coalesce(a.origin, ${FAMILY}))::int as originals,
    count(*) filter (where ${SPOKEN_AT} > $3::timestamptz - interval '1 hour')::int as "lastHour",
    count(*) filter (where ${SPOKEN_AT} > $3::timestamptz - interval '24 hours')::int as "lastDay",
    jsonb_agg(distinct jsonb_build_object('family', ${FAMILY},
      'folder', case when ${FAMILY} = s.family then s.folder end)) as voices,
    (array_agg(left(a.title, 200) order by ${SPOKEN_AT} desc, a.id))[1:${MOST_TITLES}] as titles
  from unnest($1::uuid[], $2::uuid[]) as g (story_id, key)
    join article a on a.story_id = g.story_id join source s on s.id = a.source_id and ${HEARD}
  group by g.key`;

/** @param groups story ids with the key they are counted under: their own, or that of their case */
export async function reachOf(
  db: EntityManager,
  groups: readonly { storyId: string; key: string }[],
  now: Date,
): Promise<Map<string, Reach>> {
  const rows = await db.query<(Reach & { key: string })[]>(REACH, [
    groups.map((one) => one.storyId),
    groups.map((one) => one.key),
    now,
  ]);
  return new Map(rows.map(({ key, ...reach }) => [key, reach]));
}

/** The heat of the talk; it starts no clock. */
export function opinionOf(reach: Reach, focuses: readonly string[], rules: Rules): OpinionLevel {
  const { families, articles, lastHour, lastDay, titles } = reach;
  const authority = authorityOf(reach, rules);
  const counts = { families, articles, articlesLastHour: lastHour, articlesLastDay: lastDay };
  return opinionLevel({ ...counts, authority, focuses: focuses as Focus[], titles }, rules.opinion);
}

/** Class of the weightiest publisher: as opinion.yaml names it, else as publishers.yaml classes it. */
function authorityOf({ voices }: Reach, { opinion, publishers }: Rules): string | null {
  const index = publisherIndex(publishers);
  const known = voices.map((voice) => {
    const { class: kind } = index.of(voice.family);
    return bestAuthority([voice], opinion) ?? (kind === null ? null : publishers.classes[kind].authority);
  });
  const scoreOf = (id: string) => opinion.authority.classes.find((one) => one.id === id)?.score ?? 0;
  return known.filter((id) => id !== null).sort((a, b) => scoreOf(b) - scoreOf(a) || (a < b ? -1 : 1))[0] ?? null;
}
