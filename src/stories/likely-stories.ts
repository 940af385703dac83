import type { EntityManager } from 'typeorm';
import { candidatesAmong, keysOf, rarityBy } from '../domain/stories/story-keys.js';
import type { RarityOf } from '../domain/stories/story-rarity.js';
import type { StorySignature } from '../domain/stories/story.js';
import { holdersOf } from './held-keys.js';

/** The stories worth comparing with a signature, likeliest first, and how telling each piece of a title is in these days. */
export async function likelyStories(
  db: EntityManager,
  signature: StorySignature,
  channel: string,
  now: Date,
): Promise<{ ids: string[]; rarity: RarityOf }> {
  const holders = await holdersOf(db, keysOf(signature), channel, now);
  return { ids: candidatesAmong(holders), rarity: rarityBy(holders) };
}
