import type { EntityManager } from 'typeorm';
import type { ArticleAssessment } from '../assessment/assess-article.js';
import { type ArticleAssessor, judgementOf } from '../assessment/article-assessor.js';
import { storySignature } from '../assessment/story-signature.js';
import type { Tier } from '../domain/clocks/policy.js';
import { publisherIndex } from '../domain/stories/publishers.js';
import { keysOf } from '../domain/stories/story-keys.js';
import { mergeSignatures, type StorySignature } from '../domain/stories/story.js';
import { METRICS, mergeVerdict, type StoryFacts, type StoryVerdict } from '../domain/stories/story-verdict.js';
import type { Rules } from '../settings/rules.js';
import { holdKeys } from './held-keys.js';
import { toldBy } from './told-by.js';
import { voiceOf } from './voice.js';

interface Row {
  id: string;
  title: string;
  text: string;
  publishedAt: Date | null;
  fetchedAt: Date;
  judgement: ArticleAssessment;
  tier: Tier;
  statedOccurredAt: Date | null;
  sourceName: string;
  sourceFamily: string;
  reportedSource: string | null;
  link: string | null;
}

const ARTICLES = `
  select a.id, a.title, left(a.text, 20000) as text, a.published_at as "publishedAt", a.fetched_at as "fetchedAt", a.judgement,
    s.tier, a.stated_occurred_at as "statedOccurredAt", s.name as "sourceName", s.family as "sourceFamily",
    a.reported_source as "reportedSource", a.link
  from article a join source s on s.id = a.source_id
  where a.story_id = $1 and a.judgement is not null order by a.fetched_at, a.published_at nulls last, a.id`;

/**
 * Makes a story anew from the stored judgements of the articles it holds now, and from what persons stated. The level follows from
 * the articles; a case above it keeps its own.
 */
export async function rebuildStory(
  tx: EntityManager,
  { assessor, rules }: { assessor: ArticleAssessor; rules: Rules },
  storyId: string,
  now: Date,
): Promise<void> {
  const articles = await tx.query<Row[]>(ARTICLES, [storyId]);
  const told = articles.map((article) => toldByStored(article, assessor, rules));
  const [first, ...more] = told;
  if (!first) return;
  const signature = more.reduce((held, one) => mergeSignatures(held, one.signature), first.signature);
  const read = more.reduce((held, one) => mergeVerdict(held, one.verdict), first.verdict);
  const [story] = await tx.query<{ verdict: StoryVerdict; channel: string }[]>(
    'select verdict, channel from story where id = $1',
    [storyId],
  );
  if (!story) return;
  const verdict = { ...read, facts: withStated(read.facts, story.verdict.facts) };
  await store(tx, storyId, signature, verdict);
  await holdKeys(tx, storyId, keysOf(signature), story.channel, now);
}

async function store(tx: EntityManager, storyId: string, signature: StorySignature, verdict: StoryVerdict) {
  await tx.query(
    `update story s set signature = $2, verdict = $3, level = $4, basis = $5, article_count = told.articles,
       first_published_at = told.published, detected_at = told.detected
     from (select count(*)::int as articles, min(published_at) as published, min(fetched_at) as detected
       from article where story_id = $1) told
     where s.id = $1`,
    [storyId, signature, verdict, verdict.level, verdict.basis],
  );
}

function toldByStored(article: Row, assessor: ArticleAssessor, rules: Rules) {
  const { reading } = article.judgement;
  const revived = reading.occurredAt && { ...reading.occurredAt, at: new Date(reading.occurredAt.at) };
  const explanation = { ...article.judgement, reading: { ...reading, occurredAt: revived } };
  const text = { title: article.title, text: article.text, publishedAt: article.publishedAt ?? article.fetchedAt };
  const judgement = judgementOf([text, article.id, article.tier, article.statedOccurredAt], explanation, () =>
    storySignature(text, explanation.reading, assessor.ready()),
  );
  return toldBy(judgement, article, voiceOf(article, publisherIndex(rules.publishers)));
}

/** What persons stated stands beside what articles say. */
function withStated(read: StoryFacts, held: StoryFacts): StoryFacts {
  const entries = METRICS.map((metric) => [metric, held[metric]?.weight === 3 ? held[metric] : read[metric]] as const);
  return Object.fromEntries(entries) as StoryFacts;
}
