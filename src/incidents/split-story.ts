import { ConflictException, Injectable, UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { splitStory } from '../contract/story.js';
import { pinEvidence } from '../ingestion/evidence/keep-evidence.js';
import type { JournalRow } from '../journal/append.js';
import { rebuildStory } from '../stories/rebuild.js';
import { type Story, storyById } from '../stories/story-store.js';
import { refreshFacts } from './refresh-facts.js';
import type { Actor } from './moves.js';
import { standAlone } from './stand-alone.js';
import { notFound, StoryMoves } from './story-moves.js';

type Wish = z.infer<typeof splitStory>;

/** Articles that tell of another happening become a story of their own; for good. */
@Injectable()
export class StorySplitting {
  constructor(private readonly moves: StoryMoves) {}

  /** @returns the id of the story that stands by itself now */
  async split(actor: Actor, id: string, wish: Wish): Promise<string> {
    // The rules may have changed since they were made ready: nobody waits for that behind the lock.
    this.moves.assessor.ready();
    return this.moves.change(async (tx, now) => {
      const before = await splitBefore(tx, id, wish);
      if (before) return { id: before, rows: [] };
      const story = await storyById(tx, id);
      if (story?.channel !== 'live') throw notFound();
      const all = await articleIds(tx, story.id);
      const asked = wish.articleIds ?? all;
      if (asked.length === 0 || asked.some((one) => !all.includes(one)))
        throw new ConflictException(
          '有文章已不在这条舆情中,请刷新 · some articles are no longer of this story: reload',
        );
      const whole = new Set(asked).size === all.length;
      if (whole && !story.possibly)
        throw new UnprocessableEntityException('请留下至少一篇文章 · leave at least one article in the story');
      const own = whole ? story : await this.partOff(tx, story, asked, now);
      await markApart(tx, own.id, await othersOf(tx, story, own.id), actor.id);
      return { id: own.id, rows: await this.tell(tx, { story, own, wish, actor, now }) };
    });
  }

  private async partOff(tx: EntityManager, story: Story, asked: string[], now: Date): Promise<Story> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into story (title, signature, level, basis, verdict, first_published_at, detected_at, last_joined_at, channel)
       select a.title, s.signature, null, null, jsonb_set(s.verdict, '{facts}', '{}'), null, s.detected_at, s.last_joined_at,
         s.channel
       from story s, article a
       where s.id = $1 and a.id = any($2) order by a.published_at nulls last, a.fetched_at, a.id limit 1 returning id`,
      [story.id, asked],
    );
    if (!row) throw notFound();
    await tx.query('update article set story_id = $1 where id = any($2)', [row.id, asked]);
    const { assessor, settings } = this.moves;
    for (const id of [row.id, story.id]) await rebuildStory(tx, { assessor, rules: settings.rules }, id, now);
    const own = await storyById(tx, row.id);
    if (!own) throw notFound();
    return own;
  }

  /** The part goes where a story of its content goes; the case it leaves holds only what is left of its figures. */
  private async tell(
    tx: EntityManager,
    { story, own, wish, actor, now }: { story: Story; own: Story; wish: Wish; actor: Actor; now: Date },
  ): Promise<JournalRow[]> {
    const placed = await standAlone(tx, this.moves.settings, own, { actor: actor.id, now });
    await pinEvidence(tx, own.id);
    const retitled = story.incidentId ? await refreshFacts(tx, story.incidentId, actor.id) : [];
    const data = { storyId: story.id, newStoryId: own.id, title: own.title, reason: wish.reason };
    return [{ kind: 'story.split', incidentId: story.incidentId, actor: actor.id, data }, ...retitled, ...placed];
  }
}

async function articleIds(tx: EntityManager, storyId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>('select id from article where story_id = $1', [storyId]);
  return rows.map((row) => row.id);
}

/** The stories it was held together with: the one it leaves, and those of its case. */
async function othersOf(tx: EntityManager, story: Story, own: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    'select id from story where (id = $1 or incident_id = $2) and id <> $3',
    [story.id, story.incidentId, own],
  );
  return rows.map((row) => row.id);
}

async function markApart(tx: EntityManager, id: string, others: string[], actor: string): Promise<void> {
  await tx.query(
    `insert into story_apart (a, b, decided_by)
     select least($1::uuid, other), greatest($1::uuid, other), $3 from unnest($2::uuid[]) other on conflict do nothing`,
    [id, others, actor],
  );
  await tx.query('update story set grouped_by = $2 where id = any($1)', [[id, ...others], actor]);
}

/** A split that was made already: all these articles stand in one story that a person has parted from this one. */
async function splitBefore(tx: EntityManager, id: string, { articleIds: asked }: Wish): Promise<string | null> {
  const [row] = asked
    ? await tx.query<{ id: string }[]>(
        `select a.story_id as id from article a
         join story_apart x on x.a = least(a.story_id, $1::uuid) and x.b = greatest(a.story_id, $1::uuid)
         where a.id = any($2) group by a.story_id having count(*) = cardinality($2::uuid[])`,
        [id, asked],
      )
    : await tx.query<{ id: string }[]>(
        `select s.id from story s where s.id = $1 and not s.possibly and s.grouped_by is not null
           and exists (select from story_apart x where s.id in (x.a, x.b))`,
        [id],
      );
  return row?.id ?? null;
}
