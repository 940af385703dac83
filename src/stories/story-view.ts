import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { OpinionView } from '../contract/opinion.js';
import type { StoryView } from '../contract/story.js';
import { databaseNow } from '../database/time.js';
import { publisherIndex } from '../domain/stories/publishers.js';
import type { Rules } from '../settings/rules.js';
import { Settings } from '../settings/settings.js';
import { figuresOf } from './figures.js';
import { heatOf, publishersOf } from './heat.js';
import { partnersOf } from './partners.js';
import { NO_REACH, opinionOf, type Reach, reachOf } from './reach.js';
import { hiddenStories, refuseHidden } from './restricted-stories.js';
import { storyArticles } from './story-articles.js';
import { storyLine, type StoryRow } from './story-line.js';

const MOST_ARTICLES = 500;

interface Row extends StoryRow {
  incident: StoryView['incident'];
  possibly: boolean;
  merged_into: string | null;
  grouped_by: string | null;
  set_aside_at: Date | null;
  set_aside_by: string | null;
  set_aside_reason: string | null;
}

/** What is told of some stories together, whether they stand alone or belong to one case. */
export type Told = Pick<StoryView, 'figures' | 'publishers' | 'heat' | 'opinion'>;

/** Reading one story with all that is known of it. */
@Injectable()
export class StoryReader {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** @throws NotFoundException unknown, a story of the self-check, or of a case restricted to others */
  async view(personId: string, id: string): Promise<StoryView> {
    const db = this.db.manager;
    await refuseHidden(db, personId, [id]);
    const { rules } = this.settings;
    const [row] = await db.query<Row[]>(
      `select s.*, case when i.id is not null then jsonb_build_object(
         'id', i.id, 'number', i.number, 'title', i.title, 'level', i.level, 'status', i.status) end as incident
       from story s left join incident i on i.id = s.incident_id where s.id = $1 and s.channel = 'live'`,
      [id],
    );
    if (!row) throw new NotFoundException('没有这条舆情 · no such story');
    const reach = (await reachOf(db, [{ storyId: id, key: id }], await databaseNow(db))).get(id) ?? NO_REACH;
    return {
      ...storyLine(row, reach, rules),
      ...(await toldOf(db, rules, [id], reach, row.verdict.focus)),
      ...{ eventKind: row.verdict.eventKind, places: row.verdict.places },
      articles: await storyArticles(db, [id], publisherIndex(rules.publishers), MOST_ARTICLES),
      ...{ incident: row.incident, possibly: row.possibly, mergedInto: row.merged_into, groupedBy: row.grouped_by },
      setAside: setAsideOf(row),
      partners: row.merged_into === null ? await this.partners(personId, id) : [],
    };
  }

  private async partners(personId: string, id: string): Promise<StoryView['partners']> {
    const found = await partnersOf(this.db.manager, id);
    const hidden = await hiddenStories(
      this.db.manager,
      personId,
      found.map((one) => one.id),
    );
    return found.filter((one) => !hidden.has(one.id));
  }
}

/** Figures with their history, publishers, heat and opinion level of some stories together. */
export async function toldOf(
  db: EntityManager,
  rules: Rules,
  storyIds: string[],
  reach: Reach,
  focuses: readonly string[],
): Promise<Told> {
  const index = publisherIndex(rules.publishers);
  return {
    figures: await figuresOf(db, storyIds, index),
    publishers: await publishersOf(db, storyIds, index),
    heat: await heatOf(db, storyIds),
    opinion: opinionView(reach, focuses, rules),
  };
}

function opinionView(reach: Reach, focuses: readonly string[], rules: Rules): OpinionView {
  const { families, originals, articles } = reach;
  return { ...opinionOf(reach, focuses, rules), families, originals, articles };
}

function setAsideOf(row: Row): StoryView['setAside'] {
  if (row.set_aside_at === null) return null;
  return {
    ...{ disposition: row.disposition ?? '', reason: row.set_aside_reason ?? '' },
    ...{ at: row.set_aside_at.toISOString(), by: row.set_aside_by ?? '' },
  };
}
