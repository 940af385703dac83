import type { EntityManager } from 'typeorm';
import { decideOpening } from '../domain/clocks/opening.js';
import { alertGround } from '../domain/stories/story-ground.js';
import type { JournalRow } from '../journal/append.js';
import type { Settings } from '../settings/settings.js';
import { putInLane, type Story, takeFromIncident } from '../stories/story-store.js';
import { openFromStory } from './open-from-story.js';

/** Who made a story stand by itself, and when. */
export interface Standing {
  actor: string;
  now: Date;
}

/**
 * A story belongs to no case any more and goes where a story of its content goes by itself: it opens its own case, from its own
 * earliest start, or stands in a lane. Needs `lockStories`.
 */
export async function standAlone(
  tx: EntityManager,
  settings: Settings,
  story: Story,
  { actor, now }: Standing,
): Promise<JournalRow[]> {
  await takeFromIncident(tx, story.id);
  const { alert, inScope } = story.verdict;
  const { level, basis } = alertGround(story.verdict);
  const { firstPublishedAt, detectedAt } = story;
  const decision = decideOpening({ alert, inScope, level, basis, firstPublishedAt, detectedAt }, settings.policy);
  if (decision === null) return [];
  if (decision !== 'incident') {
    await putInLane(tx, story.id, decision);
    const data = { storyId: story.id, title: story.title, level: story.verdict.level };
    return [{ kind: `story.${decision}`, incidentId: null, actor, data }];
  }
  const opened = await openFromStory(tx, settings, story, {
    ...{ actor, now, confirmed: false, notifiedAt: null, needsAnswer: false, graded: null },
    summary: null,
  });
  return [opened.row];
}
