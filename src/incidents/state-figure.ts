import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { stateFigure } from '../contract/story.js';
import { overruling } from '../domain/stories/figure-history.js';
import { publisherIndex } from '../domain/stories/publishers.js';
import type { StoryFacts } from '../domain/stories/story-verdict.js';
import { figuresOf, keepFigure } from '../stories/figures.js';
import { type Story, storyById } from '../stories/story-store.js';
import type { Actor } from './moves.js';
import { refreshFacts } from './refresh-facts.js';
import { notFound, StoryMoves } from './story-moves.js';

type Wish = z.infer<typeof stateFigure>;

/** A person decides what a figure is. It stands until something new and greater is published; the level is graded apart. */
@Injectable()
export class FigureStating {
  constructor(private readonly moves: StoryMoves) {}

  async state(actor: Actor, id: string, wish: Wish): Promise<void> {
    await this.moves.change(async (tx, now) => {
      const story = await storyById(tx, id);
      if (story?.channel !== 'live') throw notFound();
      const { metric, value, reason } = wish;
      const held = story.verdict.facts[metric];
      if (held?.weight === 3 && held.value === value && held.span === reason) return { id, rows: [] };
      await this.put(tx, story, wish, now);
      await keepFigure(tx, story.id, { metric, value, reason, by: actor.id });
      const data = { storyId: story.id, metric, from: held?.value ?? null, value, reason };
      const { incidentId } = story;
      const retitled = incidentId && !story.possibly ? await refreshFacts(tx, incidentId, actor.id) : [];
      return { id, rows: [{ kind: 'story.figure_stated', incidentId, actor: actor.id, data }, ...retitled] };
    });
  }

  private async put(tx: EntityManager, story: Story, { metric, value, reason }: Wish, now: Date): Promise<void> {
    const index = publisherIndex(this.moves.settings.rules.publishers);
    const said = (await figuresOf(tx, [story.id], index))[metric]?.steps ?? [];
    const figure = overruling(
      { value, bound: 'exact', span: reason, articleId: null, at: now.toISOString(), weight: 3 },
      said,
    );
    const facts: StoryFacts = { ...story.verdict.facts, [metric]: figure };
    await tx.query('update story set verdict = $2 where id = $1', [story.id, { ...story.verdict, facts }]);
  }
}
