import type { EntityManager } from 'typeorm';
import type { Instants } from '../domain/clocks/deadlines.js';
import { provisionalLevel } from '../domain/clocks/opening.js';
import { clocksStartedBy } from '../domain/clocks/policy.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import type { Settings } from '../settings/settings.js';
import { giveToIncident, type Story } from '../stories/story-store.js';
import { levelReason } from './level-reason.js';
import { openIncident, type OpenedIncident } from './open-incident.js';

/** Who opens a case from a story, and whether a person stands behind it. */
export interface StoryOpening {
  actor: string;
  confirmed: boolean;
  /** When the responsible unit was told, as a person reported it. */
  notifiedAt: Date | null;
  /** The first words of the article that opened it. */
  summary: string;
  now: Date;
}

/** Opens the case of a story, keeping the instants the story has known from its beginning. */
export async function openFromStory(
  tx: EntityManager,
  { policy, rules }: Settings,
  story: Story,
  opening: StoryOpening,
): Promise<OpenedIncident> {
  const { verdict } = story;
  const level = provisionalLevel(verdict.level);
  const basis = verdict.basis ?? 'REFERENCE';
  const opened = await openIncident(
    tx,
    policy,
    {
      ...{ level, basis, title: story.title, summary: opening.summary },
      basisVerified: verdict.verified,
      levelReason: levelReason(verdict, rules),
      facts: verdict.facts,
      focus: verdict.focus,
      places: verdict.places,
      lead: verdict.lead ?? PRESS_OFFICE,
      co: verdict.co,
      channel: story.channel as 'live' | 'canary' | 'drill',
      instants: instantsOf(story),
      notifiedAt: opening.notifiedAt,
      confirmed: opening.confirmed,
      clocks: clocksStartedBy(policy, level, basis),
      storyId: story.id,
      actor: opening.actor,
    },
    opening.now,
  );
  await giveToIncident(tx, story.id, opened.incident.id);
  return opened;
}

function instantsOf({ verdict, firstPublishedAt, detectedAt }: Story): Instants {
  return {
    occurredAt: verdict.occurred ? new Date(verdict.occurred.at) : null,
    occurredPrecision: verdict.occurred?.precision ?? null,
    occurredFrom: verdict.occurred?.tier ?? null,
    firstPublishedAt,
    detectedAt,
  };
}
