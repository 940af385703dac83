import type { EntityManager } from 'typeorm';
import { mergeSignatures, type StorySignature } from '../domain/stories/story.js';
import { keysOf } from '../domain/stories/story-keys.js';
import { itemMatch } from '../domain/stories/story-match.js';
import type { Level } from '../domain/level.js';
import { holdKeys } from './held-keys.js';
import { joinShownToBeOne } from './join-stories.js';
import { likelyStories } from './likely-stories.js';
import { standingTitle } from '../domain/stories/standing-title.js';
import { mergeVerdict, riseOf, type StoryVerdict } from '../domain/stories/story-verdict.js';

/** Any number that only this product uses: one transaction at a time joins stories and opens incidents. */
const STORY_LOCK = 7_214_907;

export interface Story {
  id: string;
  title: string;
  signature: StorySignature;
  verdict: StoryVerdict;
  lane: 'national' | 'triage' | null;
  incidentId: string | null;
  /** The case is only possibly the same happening: the story raises nothing until a person decides. */
  possibly: boolean;
  /** A person has set it aside. */
  isSetAside: boolean;
  firstPublishedAt: Date | null;
  detectedAt: Date;
  channel: string;
  /** The level the story has risen to by this article; null when it has not. */
  risenTo: Level | null;
  /** Open cases that the article shows to be perhaps one with the story's own. */
  perhapsOne?: readonly string[];
}

/** What an article brings to a story. */
export interface Contribution {
  title: string;
  signature: StorySignature;
  verdict: StoryVerdict;
  publishedAt: Date | null;
  /** When the system first saw the article. */
  detectedAt: Date;
  now: Date;
  channel: string;
}

const COLUMNS = `id, title, signature, verdict, lane, incident_id as "incidentId", possibly,
  set_aside_at is not null as "isSetAside", first_published_at as "firstPublishedAt", detected_at as "detectedAt", channel, null as "risenTo"`;

/** Two workers never join or open at the same time: of one happening comes one incident. */
export async function lockStories(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [STORY_LOCK]);
}

/**
 * Joins the story of the same happening, or begins one. What is only possibly the same as an open case begins a story of its own
 * that belongs to this case, so that there is one pair of clocks, and a person decides. Needs `lockStories`.
 */
export async function joinStory(tx: EntityManager, brought: Contribution): Promise<Story> {
  const { same, possibly } = await findSame(tx, brought);
  const [best, ...others] = same;
  if (best) return extendAndJoin(tx, [best, ...others], brought);
  const story = await beginStory(tx, brought);
  if (!possibly) return story;
  await tx.query('update story set incident_id = $2, possibly = true where id = $1', [story.id, possibly]);
  return { ...story, incidentId: possibly, possibly: true, risenTo: riseOf(null, brought.verdict) };
}

/** Begins a story of its own. */
export async function beginStory(tx: EntityManager, brought: Contribution): Promise<Story> {
  const [story] = await tx.query<Story[]>(
    `insert into story (title, signature, level, basis, verdict, first_published_at, detected_at, last_joined_at,
       article_count, channel)
     values ($1, $2, $3, $4, $5, $6, $9, $7, 1, $8) returning ${COLUMNS}`,
    [
      brought.title,
      brought.signature,
      brought.verdict.level,
      brought.verdict.basis,
      brought.verdict,
      brought.publishedAt,
      brought.now,
      brought.channel,
      brought.detectedAt,
    ],
  );
  if (!story) throw new Error('insert into story returned nothing');
  await holdKeys(tx, story.id, keysOf(brought.signature), brought.channel, brought.now);
  return story;
}

/** That it was set aside is over: nothing of that decision is shown or learnt from any more. */
const NOT_ASIDE = 'set_aside_at = null, set_aside_by = null, set_aside_reason = null, disposition = null';

export async function putInLane(tx: EntityManager, storyId: string, lane: 'national' | 'triage'): Promise<void> {
  await tx.query(`update story set lane = $2, ${NOT_ASIDE} where id = $1 and incident_id is null`, [storyId, lane]);
}

/** From here on the story belongs to the incident and stands in no lane. */
export async function giveToIncident(tx: EntityManager, storyId: string, incidentId: string): Promise<void> {
  await tx.query(`update story set incident_id = $2, lane = null, possibly = false, ${NOT_ASIDE} where id = $1`, [
    storyId,
    incidentId,
  ]);
}

/** The story belongs to no case from here on. */
export async function takeFromIncident(tx: EntityManager, storyId: string): Promise<void> {
  await tx.query('update story set incident_id = null, possibly = false where id = $1', [storyId]);
}

/** The story, locked; where it has gone into another one, that one. */
export async function storyById(tx: EntityManager, id: string): Promise<Story | null> {
  const [story] = await tx.query<Story[]>(
    `select ${COLUMNS} from story where id = coalesce((select merged_into from story where id = $1), $1) for update`,
    [id],
  );
  return story ?? null;
}

/** Stories that are only possibly the same happening as this case. */
export function doubtfulStories(tx: EntityManager, incidentId: string): Promise<Story[]> {
  return tx.query<Story[]>(
    `select ${COLUMNS} from story where incident_id = $1 and possibly order by detected_at, id for update`,
    [incidentId],
  );
}

interface Found {
  /** Stories of the same happening, best match first. */
  same: Story[];
  /** The case of which it is possibly the same happening, and whose statutory clocks run: no other may take an alert in. */
  possibly: string | null;
}

async function findSame(tx: EntityManager, brought: Contribution): Promise<Found> {
  const { ids, rarity } = await likelyStories(tx, brought.signature, brought.channel, brought.now);
  const candidates = await tx.query<(Story & { isUnderWay: boolean })[]>(
    `select ${COLUMNS}, exists (
       select from incident i join incident_clock c on c.incident_id = i.id
       where i.id = story.incident_id and i.status <> 'dismissed' and c.met_at is null and c.waived_at is null
         and c.kind in ('statement_5h', 'press_conference_24h')) as "isUnderWay"
     from story where id = any($1) and merged_into is null and channel = $2`,
    [ids, brought.channel],
  );
  const matches = candidates
    .map((story) => ({ story, match: itemMatch(story.signature, brought.signature, rarity) }))
    .sort((a, b) => b.match.score - a.match.score || (a.story.id < b.story.id ? -1 : 1));
  const same = matches.filter(({ match }) => match.verdict === 'same').map(({ story }) => story);
  const doubtful = matches.find(({ story, match }) => match.verdict === 'possibly' && story.isUnderWay)?.story;
  return { same, possibly: (brought.verdict.alert && doubtful?.incidentId) || null };
}

/** The article may show that several stories are one. */
async function extendAndJoin(
  tx: EntityManager,
  [best, ...others]: [Story, ...Story[]],
  brought: Contribution,
): Promise<Story> {
  const extended = await extend(tx, best, brought);
  if (others.length === 0) return extended;
  const ids = others.map((story) => story.id);
  const { storyId, gone, perhapsOne } = await joinShownToBeOne(tx, best.id, ids, brought.now);
  if (gone.length === 0) return { ...extended, perhapsOne };
  const kept = await storyById(tx, storyId);
  if (!kept) throw new Error(`story ${storyId} vanished while joining`);
  // The case has heard of what its own story held, whichever of them stays.
  const before =
    [best, ...others].find(({ incidentId }) => incidentId !== null && incidentId === kept.incidentId) ??
    [best, ...others].find((story) => story.id === storyId) ??
    best;
  return { ...kept, risenTo: riseOf(before.verdict, kept.verdict), perhapsOne };
}

async function extend(tx: EntityManager, story: Story, brought: Contribution): Promise<Story> {
  const signature = mergeSignatures(story.signature, brought.signature);
  const verdict = mergeVerdict(story.verdict, brought.verdict);
  const [[extended]] = await tx.query<[Story[], number]>(
    `update story set signature = $2, verdict = $3, level = $4, basis = $5,
       first_published_at = least(first_published_at, $6), last_joined_at = $7, detected_at = least(detected_at, $8),
       article_count = article_count + 1, title = $9
     where id = $1 returning ${COLUMNS}`,
    [
      ...[story.id, signature, verdict, verdict.level, verdict.basis, brought.publishedAt, brought.now],
      ...[brought.detectedAt, titleOf(story, verdict, brought)],
    ],
  );
  if (!extended) throw new Error(`story ${story.id} vanished while joining`);
  await holdKeys(tx, story.id, keysOf(brought.signature), brought.channel, brought.now);
  return { ...extended, risenTo: riseOf(story.verdict, verdict) };
}

/** A case has a say in the title of its story: a person may have named it. */
function titleOf({ incidentId, title }: Story, { facts }: StoryVerdict, brought: Contribution): string {
  return incidentId === null ? standingTitle(title, facts, [brought.title]) : title;
}
