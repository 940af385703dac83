import type { EntityManager } from 'typeorm';
import type { ArticleAssessment } from '../assessment/assess-article.js';
import type { ArticleAssessor } from '../assessment/article-assessor.js';
import { storySignature } from '../assessment/story-signature.js';
import type { Tier } from '../domain/clocks/policy.js';
import { type ArticleOrigin, type PublisherIndex, publisherIndex, publisherOf } from '../domain/stories/publishers.js';
import { keysOf } from '../domain/stories/story-keys.js';
import { mergeSignatures, type StorySignature } from '../domain/stories/story.js';
import { METRICS, mergeVerdict, type StoryFacts, type StoryVerdict } from '../domain/stories/story-verdict.js';
import type { Rules } from '../settings/rules.js';
import { holdKeys } from './held-keys.js';
import { toldBy } from './told-by.js';
import { type Voice, voiceOf } from './voice.js';

/** Articles that are held at once: a great story has thousands. */
const PAGE = 200;

interface Row extends ArticleOrigin {
  id: string;
  title: string;
  /** Empty where it is known whose report the article carries. */
  text: string;
  publishedAt: Date | null;
  fetchedAt: Date;
  /** Without its reasons. */
  judgement: ArticleAssessment;
  tier: Tier;
  statedOccurredAt: Date | null;
  publisher: string | null;
  origin: string | null;
}

/** In the order in which they came: of equals the first stands. */
const ORDER = 'a.fetched_at, a.published_at nulls last, a.id';

const ARTICLES = `
  select a.id, a.title, case when a.publisher is null then left(a.text, 20000) else '' end as text,
    a.published_at as "publishedAt", a.fetched_at as "fetchedAt", s.tier, a.stated_occurred_at as "statedOccurredAt",
    jsonb_build_object('reading', (a.judgement -> 'reading') - '{why,grades,circumstances}'::text[],
      'route', (a.judgement -> 'route') - 'why') as judgement,
    s.name as "sourceName", s.family as "sourceFamily", a.reported_source as "reportedSource", a.link, a.publisher, a.origin
  from article a join source s on s.id = a.source_id
  where a.id = any($1) order by ${ORDER}`;

type Told = ReturnType<typeof toldBy>;

/**
 * Makes a story anew from the stored judgements of the articles it holds now, page by page, and from what persons stated. The level
 * follows from the articles; a case above it keeps its own. So does the title, unless the article that bore it has gone.
 * @param page articles that are held at once
 */
export async function rebuildStory(
  tx: EntityManager,
  by: { assessor: ArticleAssessor; rules: Rules },
  storyId: string,
  now: Date,
  page = PAGE,
): Promise<void> {
  const told = await toldTogether(tx, by, storyId, page);
  if (!told) return;
  const [story] = await tx.query<{ verdict: StoryVerdict; channel: string }[]>(
    'select verdict, channel from story where id = $1',
    [storyId],
  );
  if (!story) return;
  const verdict = { ...told.verdict, facts: withStated(told.verdict.facts, story.verdict.facts) };
  await store(tx, storyId, told.signature, verdict);
  await holdKeys(tx, storyId, keysOf(told.signature), story.channel, now);
}

async function toldTogether(
  tx: EntityManager,
  { assessor, rules }: { assessor: ArticleAssessor; rules: Rules },
  storyId: string,
  page: number,
): Promise<Told | null> {
  const index = publisherIndex(rules.publishers);
  const all = await tx.query<{ id: string }[]>(
    `select a.id from article a where a.story_id = $1 and a.judgement is not null order by ${ORDER}`,
    [storyId],
  );
  let together: Told | null = null;
  for (let from = 0; from < all.length; from += page) {
    const ids = all.slice(from, from + page).map(({ id }) => id);
    for (const article of await tx.query<Row[]>(ARTICLES, [ids])) {
      const told = toldByStored(article, assessor, index);
      together = together ? joined(together, told) : told;
    }
  }
  return together;
}

const joined = (held: Told, one: Told): Told => ({
  signature: mergeSignatures(held.signature, one.signature),
  verdict: mergeVerdict(held.verdict, one.verdict),
});

async function store(tx: EntityManager, storyId: string, signature: StorySignature, verdict: StoryVerdict) {
  await tx.query(
    `update story s set signature = $2, verdict = $3, level = $4, basis = $5, article_count = told.articles,
       title = case when s.title = any(told.titles) then s.title else coalesce(told.titles[1], s.title) end,
       first_published_at = told.published, detected_at = told.detected
     from (select count(*)::int as articles, min(published_at) as published, min(fetched_at) as detected,
         array_agg(a.title order by ${ORDER}) as titles
       from article a where story_id = $1) told
     where s.id = $1`,
    [storyId, signature, verdict, verdict.level, verdict.basis],
  );
}

function toldByStored(article: Row, assessor: ArticleAssessor, index: PublisherIndex): Told {
  const { reading } = article.judgement;
  const revived = reading.occurredAt && { ...reading.occurredAt, at: new Date(reading.occurredAt.at) };
  const explanation = { ...article.judgement, reading: { ...reading, occurredAt: revived } };
  const text = { title: article.title, text: article.text, publishedAt: article.publishedAt ?? article.fetchedAt };
  const judgement = assessor.judgementOf([text, article.id, article.tier, article.statedOccurredAt], explanation, () =>
    storySignature(text, explanation.reading, assessor.ready()),
  );
  return toldBy(judgement, article, storedVoice(article, index));
}

/** As it was read when the article was judged; older releases did not keep it. */
function storedVoice(article: Row, index: PublisherIndex): Voice {
  if (article.publisher === null) return voiceOf(article, index);
  return {
    publisher: publisherOf(article, index),
    origin: article.origin === null ? null : index.of(article.origin),
  };
}

/** What persons stated stands beside what articles say. */
function withStated(read: StoryFacts, held: StoryFacts): StoryFacts {
  const entries = METRICS.map((metric) => [metric, held[metric]?.weight === 3 ? held[metric] : read[metric]] as const);
  return Object.fromEntries(entries) as StoryFacts;
}
