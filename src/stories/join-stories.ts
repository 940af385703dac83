import type { EntityManager } from 'typeorm';
import { mergeSignatures, type StorySignature } from '../domain/stories/story.js';
import { firstKnown, type Joinable, joiningOf } from '../domain/stories/story-joining.js';
import { keysOf } from '../domain/stories/story-keys.js';
import { areOneStory } from '../domain/stories/story-match.js';
import { mergeVerdict, type StoryVerdict } from '../domain/stories/story-verdict.js';
import { holdKeys } from './held-keys.js';

export interface JoinableStory extends Joinable {
  signature: StorySignature;
  verdict: StoryVerdict;
  channel: string;
}

/** What became of the stories that one article shows to be one. */
export interface Joined {
  /** The story that holds the article now. */
  storyId: string;
  /** Stories that went into it. */
  gone: string[];
  /** Open cases that may be one: people are asked. */
  perhapsOne: string[];
}

const COLUMNS = `s.id, s.signature, s.verdict, s.channel, s.grouped_by is not null as "isGroupedByPerson",
  s.incident_id as "incidentId", s.possibly, s.detected_at as "detectedAt",
  exists (select from incident i where i.id = s.incident_id and i.status <> 'dismissed') as "isOpenCase"`;

/**
 * An article that went into one story fits others too: those that now are the same happening go into the one that was known
 * first. What people have grouped or parted stays as it is, and two open cases are never joined. Needs `lockStories`.
 * @param others ids, best match first
 */
export async function joinShownToBeOne(
  tx: EntityManager,
  storyId: string,
  others: readonly string[],
  now: Date,
): Promise<Joined> {
  const outcome: Joined = { storyId, gone: [], perhapsOne: [] };
  for (const other of others) {
    const [a, b] = await bothOf(tx, outcome.storyId, other);
    if (!a || !b || !areOneStory(a.signature, b.signature)) continue;
    const joining = joiningOf(a, b, await areApart(tx, a.id, b.id));
    if (joining === 'ask' && b.incidentId) outcome.perhapsOne.push(b.incidentId);
    if (joining !== 'join') continue;
    const [kept, gone] = firstKnown(a, b);
    await absorb(tx, kept, gone, now);
    outcome.storyId = kept.id;
    outcome.gone.push(gone.id);
  }
  return outcome;
}

/** Both, locked, in the order asked for; undefined where one is unknown or has gone into another. */
export async function bothOf(tx: EntityManager, a: string, b: string): Promise<(JoinableStory | undefined)[]> {
  const stories = await tx.query<JoinableStory[]>(
    `select ${COLUMNS} from story s where s.id = any($1) and s.merged_into is null order by s.id for update of s`,
    [[a, b]],
  );
  return [a, b].map((id) => stories.find((story) => story.id === id));
}

async function areApart(tx: EntityManager, a: string, b: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    'select from story_apart where a = least($1::uuid, $2) and b = greatest($1::uuid, $2)',
    [a, b],
  );
  return found.length > 0;
}

/** The earliest start is kept; a case or the triage lane of either stays; what a person set aside stays so, with who and why, unless either stands in a lane or case. */
export async function absorb(tx: EntityManager, kept: JoinableStory, gone: JoinableStory, now: Date): Promise<void> {
  const signature = mergeSignatures(kept.signature, gone.signature);
  const verdict = mergeVerdict(kept.verdict, gone.verdict);
  await tx.query('update article set story_id = $1 where story_id = $2', [kept.id, gone.id]);
  await tx.query('update story_figure set story_id = $1 where story_id = $2', [kept.id, gone.id]);
  await tx.query('update story set merged_into = $1 where merged_into = $2', [kept.id, gone.id]);
  await tx.query(
    `with gone as (
       update story s set merged_into = $1, incident_id = null, lane = null, article_count = 0
       from (select * from story where id = $2) old where s.id = old.id
       returning old.incident_id, old.lane, old.article_count, old.first_published_at, old.last_joined_at,
         old.set_aside_at, old.set_aside_by, old.set_aside_reason, old.disposition,
         coalesce(old.lane, old.incident_id::text) is not null as stands)
     update story k set signature = $3, verdict = $4, level = $5, basis = $6,
       first_published_at = least(k.first_published_at, gone.first_published_at),
       last_joined_at = greatest(k.last_joined_at, gone.last_joined_at),
       article_count = k.article_count + gone.article_count,
       incident_id = coalesce(k.incident_id, gone.incident_id),
       lane = case when coalesce(k.incident_id, gone.incident_id) is not null then null
         when 'triage' in (k.lane, gone.lane) then 'triage' else coalesce(k.lane, gone.lane) end,
       (set_aside_at, set_aside_by, set_aside_reason, disposition) = (
         select aside.at, aside.by, aside.reason, aside.disposition from (values
           (k.set_aside_at, k.set_aside_by, k.set_aside_reason, k.disposition, 1),
           (gone.set_aside_at, gone.set_aside_by, gone.set_aside_reason, gone.disposition, 2)
         ) aside (at, by, reason, disposition, rank)
         where aside.at is not null and not gone.stands and k.lane is null and k.incident_id is null
         order by rank limit 1)
     from gone where k.id = $1`,
    [kept.id, gone.id, signature, verdict, verdict.level, verdict.basis],
  );
  await holdKeys(tx, kept.id, keysOf(gone.signature), kept.channel, now);
}
