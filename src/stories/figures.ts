import type { EntityManager } from 'typeorm';
import type { FigureHistories } from '../contract/figure-history.js';
import type { Tier } from '../domain/clocks/policy.js';
import { figureHistory, type FigureStatement } from '../domain/stories/figure-history.js';
import type { PublisherIndex } from '../domain/stories/publishers.js';
import type { StoryFigure } from '../domain/stories/standing-figure.js';
import { METRICS, type Metric } from '../domain/stories/story-verdict.js';
import { CALLED, FAMILY } from './reach.js';
import { weightOf } from './voice.js';

/** Articles that a history is made of, the latest. */
const MOST_ARTICLES = 2_000;
const BY_HAND = '人工 · by a person';

interface Told {
  id: string;
  at: Date;
  stored: string;
  undated: boolean;
  tier: Tier;
  publisher: string;
  called: string | null;
  origin: string | null;
  facts: Partial<Record<Metric, Pick<StoryFigure, 'value' | 'bound' | 'span'> | null>>;
}

const TOLD = `
  select a.id, coalesce(a.published_at, a.fetched_at) as at,
    to_char(a.fetched_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as stored, a.published_at is null as undated, s.tier, ${FAMILY} as publisher, ${CALLED} as called,
    a.origin,
    a.judgement #> '{reading,facts}' as facts
  from article a join source s on s.id = a.source_id
  where a.story_id = any($1) and (a.judgement #>> '{reading,isIncident}')::boolean
    and a.judgement #>> '{reading,phase}' is distinct from 'anniversary'
  order by 2 desc, a.id limit ${MOST_ARTICLES}`;

/** What articles and persons state of each figure of some stories, with its history. */
export async function figuresOf(
  db: EntityManager,
  storyIds: string[],
  index: PublisherIndex,
): Promise<FigureHistories> {
  const told = await db.query<Told[]>(TOLD, [storyIds]);
  const persons = await byPersons(db, storyIds);
  const entries = METRICS.map((metric) => {
    const statements = told.flatMap((one) => statementOf(one, metric, index));
    const stated = persons.filter((one) => one.metric === metric).map((one) => one.statement);
    return [metric, figureHistory([...statements, ...stated])] as const;
  });
  return Object.fromEntries(entries) as FigureHistories;
}

function statementOf(told: Told, metric: Metric, index: PublisherIndex) {
  const { id, at, tier, publisher, called, origin, facts } = told;
  const figure = facts[metric];
  if (!figure) return [];
  const [speaker, author] = [index.of(publisher, called), origin === null ? null : index.of(origin)];
  const statement: FigureStatement = {
    ...{ value: figure.value, bound: figure.bound, span: figure.span, articleId: id, at: at.toISOString() },
    weight: weightOf(tier, speaker, author),
    publisher: (author ?? speaker).id,
    source: author ? `${author.name}(${speaker.name})` : speaker.name,
    storedAt: told.stored,
    ...(told.undated && { isUndated: true }),
  };
  return [statement];
}

interface ByPerson {
  metric: string;
  statement: FigureStatement;
}

async function byPersons(db: EntityManager, storyIds: string[]): Promise<ByPerson[]> {
  const rows = await db.query<{ metric: string; value: number; reason: string; at: Date }[]>(
    `select metric, value, reason, stated_at as at from story_figure where story_id = any($1)`,
    [storyIds],
  );
  return rows.map(({ metric, value, reason, at }) => ({ metric, statement: byPerson(value, reason, at) }));
}

/** Keeps what a person states; the history puts it above what was said before. */
export async function keepFigure(
  tx: EntityManager,
  storyId: string,
  stated: { metric: string; value: number; reason: string; by: string },
): Promise<void> {
  await tx.query('insert into story_figure (story_id, metric, value, reason, stated_by) values ($1, $2, $3, $4, $5)', [
    storyId,
    stated.metric,
    stated.value,
    stated.reason,
    stated.by,
  ]);
}

function byPerson(value: number, span: string, at: Date): FigureStatement {
  return {
    ...{ value, bound: 'exact', span, articleId: null, at: at.toISOString(), weight: 3 },
    ...{ publisher: null, source: BY_HAND },
  };
}
