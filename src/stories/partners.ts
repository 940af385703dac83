import type { EntityManager } from 'typeorm';
import type { StoryPartner } from '../contract/story.js';
import { sameHappening } from '../domain/stories/story-match.js';
import { likelyStories } from './likely-stories.js';
import type { StorySignature } from '../domain/stories/story.js';

const MOST_PARTNERS = 10;

interface Candidate extends Omit<StoryPartner, 'firstPublishedAt' | 'verdict'> {
  signature: StorySignature;
  firstPublishedAt: Date | null;
}

/** Other stories that may tell of the same happening, the likeliest first. Those that a person has parted are left out. */
export async function partnersOf(db: EntityManager, storyId: string): Promise<StoryPartner[]> {
  const [own] = await db.query<{ signature: StorySignature; channel: string; at: Date }[]>(
    'select signature, channel, last_joined_at as at from story where id = $1',
    [storyId],
  );
  if (!own) return [];
  const { ids, rarity } = await likelyStories(db, own.signature, own.channel, own.at);
  const candidates = await db.query<Candidate[]>(
    `select o.id, o.title, o.signature, o.lane, o.incident_id as "incidentId", o.first_published_at as "firstPublishedAt",
       o.article_count as "articleCount"
     from story o
     where o.id = any($2) and o.id <> $1 and o.merged_into is null and o.channel = $3
       and not exists (select from story_apart x where x.a = least(o.id, $1) and x.b = greatest(o.id, $1))`,
    [storyId, ids, own.channel],
  );
  return candidates
    .map((one) => ({ one, match: sameHappening(own.signature, one.signature, rarity) }))
    .filter(({ match }) => match.verdict !== 'different')
    .sort((a, b) => b.match.score - a.match.score || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, MOST_PARTNERS)
    .map(({ one: { signature: _, firstPublishedAt, ...partner }, match }) => ({
      ...partner,
      verdict: match.verdict as StoryPartner['verdict'],
      firstPublishedAt: firstPublishedAt?.toISOString() ?? null,
    }));
}
