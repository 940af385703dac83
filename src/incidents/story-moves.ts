import { ConflictException, Injectable, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { ArticleAssessor } from '../assessment/article-assessor.js';
import type { joinStory, setAside } from '../contract/story.js';
import { databaseNow } from '../database/time.js';
import { riseOf, type StoryVerdict } from '../domain/stories/story-verdict.js';
import { pinEvidence } from '../ingestion/evidence/keep-evidence.js';
import { append, type JournalRow } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { absorb, bothOf, type JoinableStory } from '../stories/join-stories.js';
import { lockStories, storyById } from '../stories/story-store.js';
import { levelReason } from './level-reason.js';
import type { Actor } from './moves.js';
import { raiseIncident } from './raise-incident.js';
import { reconsiderJoined } from './start-facts.js';
import { standAlone } from './stand-alone.js';

/** What people decide about stories. It is final: the machine regroups nothing of it. Repeated, a call changes nothing more. */
@Injectable()
export class StoryMoves {
  constructor(
    readonly db: DataSource,
    readonly settings: Settings,
    readonly assessor: ArticleAssessor,
  ) {}

  /** One happening: the story goes into another one, which keeps the earlier start. @returns the id of that one */
  async join(actor: Actor, id: string, wish: z.infer<typeof joinStory>): Promise<string> {
    if (id === wish.into) throw new UnprocessableEntityException('不能并入自身 · a story cannot go into itself');
    return this.change(async (tx, now) => {
      const before = await mergedInto(tx, id);
      if (before === wish.into) return { id: wish.into, rows: [] };
      if (before) throw new ConflictException('已并入另一条舆情 · it has gone into another story already');
      const [gone, kept] = await bothOf(tx, id, wish.into);
      if (!gone || !kept || gone.channel !== 'live' || kept.channel !== 'live') throw notFound();
      refuseTwoCases(gone, kept);
      // What was only possibly of the case has raised nothing yet.
      const pair = [kept, gone];
      const held = pair.find((story) => story.isOpenCase && !story.possibly);
      const joined = await articlesOf(
        tx,
        pair.filter((story) => story !== held),
      );
      await joinByPerson(tx, { gone, kept }, actor.id, now);
      const rows = pair.some((story) => story.possibly) ? await this.standUp(tx, wish.into, actor, now) : [];
      rows.push(...(await this.raise(tx, wish.into, held?.verdict ?? null, { actor: actor.id, now })));
      const data = { storyId: id, into: wish.into, reason: wish.reason };
      const incidentId = (await storyById(tx, wish.into))?.incidentId ?? null;
      const told = { articleIds: joined, by: actor.id };
      if (incidentId) rows.push(...(await reconsiderJoined(tx, this.settings.policy, incidentId, told)));
      return { id: wish.into, rows: [{ kind: 'story.joined', incidentId, actor: actor.id, data }, ...rows] };
    });
  }

  /** Not to be answered now. It comes back by itself when it rises. */
  async setAside(actor: Actor, id: string, wish: z.infer<typeof setAside>): Promise<void> {
    await this.change(async (tx) => {
      const story = await storyById(tx, id);
      if (story?.channel !== 'live') throw notFound();
      if (story.incidentId !== null)
        throw new ConflictException('已立项,请在事件中处置 · it belongs to an incident: decide there');
      const [changed] = await tx.query<[unknown[], number]>(
        `update story set lane = null, set_aside_at = app_now(), set_aside_by = $2, set_aside_reason = $3, disposition = $4
         where id = $1 and (set_aside_at is null or set_aside_reason is distinct from $3 or disposition is distinct from $4)
         returning id`,
        [story.id, actor.id, wish.reason, wish.disposition],
      );
      if (changed.length === 0) return { id, rows: [] };
      const data = { storyId: story.id, title: story.title, disposition: wish.disposition, reason: wish.reason };
      return { id, rows: [{ kind: 'story.set_aside', incidentId: null, actor: actor.id, data }] };
    });
  }

  /** One transaction in which nobody else joins stories; its journal rows are written last. */
  change(move: (tx: EntityManager, now: Date) => Promise<{ id: string; rows: JournalRow[] }>): Promise<string> {
    return this.db.transaction(async (tx) => {
      await lockStories(tx);
      const { id, rows } = await move(tx, await databaseNow(tx));
      await append(tx, rows);
      return id;
    });
  }

  /** Of stories that were possibly of two cases, neither case holds what they have become. */
  private async standUp(tx: EntityManager, storyId: string, actor: Actor, now: Date): Promise<JournalRow[]> {
    const story = await storyById(tx, storyId);
    if (!story || story.incidentId !== null) return [];
    return standAlone(tx, this.settings, story, { actor: actor.id, now });
  }

  /** The case of a story hears what the story holds now; what a person graded stands unless the story rises by the other one. */
  private async raise(
    tx: EntityManager,
    storyId: string,
    before: StoryVerdict | null,
    { actor, now }: { actor: string; now: Date },
  ): Promise<JournalRow[]> {
    const story = await storyById(tx, storyId);
    if (!story?.incidentId) return [];
    await pinEvidence(tx, story.id);
    const { verdict, incidentId } = story;
    const reason = levelReason(verdict, this.settings.rules);
    const risenTo = riseOf(before, verdict);
    const news = { incidentId, verdict, reason, risenTo, alert: false, title: null, actor, now };
    return raiseIncident(tx, this.settings.policy, news);
  }
}

export const notFound = () => new NotFoundException('没有这条舆情 · no such story');

async function articlesOf(tx: EntityManager, stories: readonly { id: string }[]): Promise<string[]> {
  const ids = stories.map((story) => story.id);
  const rows = await tx.query<{ id: string }[]>('select id from article where story_id = any($1)', [ids]);
  return rows.map((row) => row.id);
}

async function mergedInto(tx: EntityManager, id: string): Promise<string | null> {
  const [row] = await tx.query<{ into: string | null }[]>('select merged_into as into from story where id = $1', [id]);
  return row?.into ?? null;
}

/** Two open cases are merged as cases, with their clocks, before their stories are. */
function refuseTwoCases(a: JoinableStory, b: JoinableStory): void {
  const both = a.incidentId !== null && b.incidentId !== null && a.incidentId !== b.incidentId;
  if (both && a.isOpenCase && b.isOpenCase && !a.possibly && !b.possibly)
    throw new ConflictException('两条舆情各有事件,请先合并事件 · each has an incident: merge the incidents first');
}

async function joinByPerson(
  tx: EntityManager,
  { gone, kept }: { gone: JoinableStory; kept: JoinableStory },
  actor: string,
  now: Date,
): Promise<void> {
  // What was only possibly of its case leaves it, unless both are of the same; a dismissed case gives way to an open one.
  const own = (story: JoinableStory, other: JoinableStory) => {
    const hasAnother = other.incidentId !== null && other.incidentId !== story.incidentId;
    return hasAnother && (story.possibly || (!story.isOpenCase && other.isOpenCase && !other.possibly))
      ? null
      : story.incidentId;
  };
  await tx.query('update story set possibly = false where id = any($1)', [[gone.id, kept.id]]);
  for (const [story, other] of [
    [gone, kept],
    [kept, gone],
  ] as const) {
    const incidentId = own(story, other);
    if (incidentId !== story.incidentId)
      await tx.query('update story set incident_id = null where id = $1', [story.id]);
  }
  await absorb(tx, kept, gone, now);
  await tx.query('delete from story_apart where a = least($1::uuid, $2::uuid) and b = greatest($1::uuid, $2::uuid)', [
    gone.id,
    kept.id,
  ]);
  await tx.query('update story set grouped_by = $2 where id = any($1)', [[gone.id, kept.id], actor]);
}
