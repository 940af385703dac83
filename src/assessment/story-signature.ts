import { LONGEST_READ } from '../domain/text/article-text.js';
import type { ArticleText, Reading } from '../domain/reading/assessment.js';
import { cutTo } from '../domain/text/sound-text.js';
import { signature, type StorySignature } from '../domain/stories/story.js';
import type { Assessor } from './assess-article.js';

/** What joins an article to others, from what was read in it. Names of places abroad count as places here. */
export function storySignature(
  article: Pick<ArticleText, 'title' | 'publishedAt'>,
  reading: Reading,
  assessor: Pick<Assessor, 'abroad'>,
): StorySignature {
  const { facts, eventKind, occurredAt } = reading;
  const title = cutTo(article.title, LONGEST_READ.title);
  const isAbroad = reading.scope === 'foreign' || reading.scope === 'hkmotw';
  return signature({
    title,
    publishedAt: article.publishedAt,
    places: isAbroad ? assessor.abroad.found(title) : reading.places,
    eventKind,
    deaths: facts.deaths?.value ?? null,
    missing: facts.missing?.value ?? null,
    injuries: facts.injuries?.value ?? null,
    magnitude: facts.magnitude?.value ?? null,
    occurredAt: occurredAt && occurredAt.precision !== 'day' ? occurredAt.at : null,
  });
}
