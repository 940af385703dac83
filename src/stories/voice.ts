import type { Tier } from '../domain/clocks/policy.js';
import { originalSource } from '../domain/stories/original-source.js';
import { type ArticleOrigin, type Publisher, type PublisherIndex, publisherOf } from '../domain/stories/publishers.js';
import type { FigureWeight } from '../domain/stories/standing-figure.js';
import { METRICS, type StoryFacts } from '../domain/stories/story-verdict.js';

/** Who speaks in an article: who published it, and whose report it carries where it says so. */
export interface Voice {
  publisher: Publisher;
  origin: Publisher | null;
}

export function voiceOf(article: ArticleOrigin & { title: string; text: string }, index: PublisherIndex): Voice {
  const publisher = publisherOf(article, index);
  const origin = originalSource(article, index);
  return { publisher, origin: origin?.id === publisher.id ? null : origin };
}

/** Public bodies and core sources outweigh others that speak at the same time. */
export function weightOf(tier: Tier, publisher: Publisher, origin: Publisher | null): FigureWeight {
  const isOfficial = publisher.class === 'official_body' || origin?.class === 'official_body';
  return tier === 'core' || isOfficial ? 2 : 1;
}

/** Figures with when they were published and how much the word of their source weighs. */
export function statedFacts(
  facts: StoryFacts,
  { publishedAt, fetchedAt, tier }: { publishedAt: Date | null; fetchedAt: Date; tier: Tier },
  { publisher, origin }: Voice,
): StoryFacts {
  const stated = { at: (publishedAt ?? fetchedAt).toISOString(), weight: weightOf(tier, publisher, origin) };
  const entries = METRICS.map((metric) => [metric, facts[metric] && { ...facts[metric], ...stated }] as const);
  return Object.fromEntries(entries) as StoryFacts;
}
