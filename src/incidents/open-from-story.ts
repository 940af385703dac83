import type { EntityManager } from 'typeorm';
import type { Instants } from '../domain/clocks/deadlines.js';
import { provisionalLevel } from '../domain/clocks/opening.js';
import { clocksStartedBy, type Policy, ruleOf } from '../domain/clocks/policy.js';
import type { Level } from '../domain/level.js';
import { alertGround, openingGround } from '../domain/stories/story-ground.js';
import type { StoryVerdict } from '../domain/stories/story-verdict.js';
import { cutTo } from '../domain/text/sound-text.js';
import { PRESS_OFFICE } from '../domain/press-office.js';
import type { Settings } from '../settings/settings.js';
import { giveToIncident, type Story } from '../stories/story-store.js';
import { gradedReason, groundReason } from './level-reason.js';
import { openIncident, type OpenedIncident } from './open-incident.js';

/** UTF-16 units. */
export const SUMMARY_LENGTH = 500;

/** Who opens a case from a story, and whether a person stands behind it. */
export interface StoryOpening {
  actor: string;
  confirmed: boolean;
  /** When the responsible unit was told, as a person reported it. */
  notifiedAt: Date | null;
  /** The first words of the article that opened it; null: those of the story's first article. */
  summary: string | null;
  /** 需回应: a matter that no statutory clock runs for is to be answered within 48 hours. Only a person says so. */
  needsAnswer: boolean;
  /** 定级: the level a person states, and why; null: what the story holds stands. */
  graded: { level: Level; reason: string } | null;
  now: Date;
}

/** Opens the case of a story, keeping the instants the story has known from its beginning. */
export async function openFromStory(
  tx: EntityManager,
  { policy, rules }: Settings,
  story: Story,
  opening: StoryOpening,
): Promise<OpenedIncident> {
  const held = groundedFor(opening, story.verdict, policy);
  const graded = opening.graded?.level === held.level ? null : opening.graded;
  const verdict = graded === null ? held : statedBy(graded, held);
  const { level, basis } = verdict;
  const statutory = clocksStartedBy(policy, level, basis);
  const opened = await openIncident(
    tx,
    policy,
    {
      ...{ level, basis, title: story.title, summary: opening.summary ?? (await firstWords(tx, story.id)) },
      basisVerified: verdict.verified,
      levelReason: graded === null ? groundReason(story.verdict, held, rules) : gradedReason(graded.reason),
      facts: verdict.facts,
      focus: verdict.focus,
      places: verdict.places,
      lead: verdict.lead ?? PRESS_OFFICE,
      co: verdict.co,
      channel: story.channel as 'live' | 'canary' | 'drill',
      instants: instantsOf(story),
      notifiedAt: opening.notifiedAt,
      confirmed: opening.confirmed,
      clocks: statutory.length === 0 && opening.needsAnswer ? [ruleOf(policy, 'other_48h')] : statutory,
      storyId: story.id,
      actor: opening.actor,
    },
    opening.now,
  );
  await giveToIncident(tx, story.id, opened.incident.id);
  return opened;
}

/**
 * Where the story's own ground starts no clock (the office's table, which is not adopted, grades one of its articles gravest), the case
 * stands on that of its alerts which does. The machine opens a case only for a level that starts clocks.
 */
function groundedFor({ confirmed }: StoryOpening, held: StoryVerdict, policy: Policy): StoryVerdict {
  const own = openingGround(held);
  const starts = ({ level, basis }: StoryVerdict) => clocksStartedBy(policy, level, basis).length > 0;
  if (starts(own)) return own;
  if (held.alertLevel !== null && starts(alertGround(held))) return alertGround(held);
  if (confirmed) return own;
  return { ...held, level: provisionalLevel(held.alertLevel), basis: 'REFERENCE', ruleId: null, verified: false };
}

/** A level stated by a person stands on no table's line. */
const statedBy = ({ level }: { level: Level }, held: StoryVerdict): StoryVerdict => ({
  ...held,
  level,
  basis: held.basis === 'INTERNAL' ? 'INTERNAL' : 'REFERENCE',
  ruleId: null,
  verified: false,
});

async function firstWords(tx: EntityManager, storyId: string): Promise<string> {
  const [article] = await tx.query<{ text: string }[]>(
    `select left(text, $2) as text from article where story_id = $1
     order by published_at nulls last, fetched_at, id limit 1`,
    [storyId, 2 * SUMMARY_LENGTH],
  );
  return cutTo(article?.text ?? '', SUMMARY_LENGTH);
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
