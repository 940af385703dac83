import type { EntityManager } from 'typeorm';
import { mergeFacts, NO_FACTS, type StoryFacts } from '../domain/stories/story-verdict.js';

/** The figures of a case: those of its stories together, without the ones that are only possibly the same happening. */
export async function factsOfCase(tx: EntityManager, incidentId: string): Promise<StoryFacts> {
  const stories = await tx.query<{ facts: StoryFacts }[]>(
    `select verdict -> 'facts' as facts from story where incident_id = $1 and not possibly order by detected_at, id`,
    [incidentId],
  );
  return stories.reduce((held, { facts }) => mergeFacts(held, facts), NO_FACTS);
}
