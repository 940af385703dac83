import type { EntityManager } from 'typeorm';
import type { StartFact } from '../domain/clocks/earlier-start.js';
import type { Tier } from '../domain/clocks/policy.js';
import type { Precision } from '../domain/reading/assessment.js';

interface Row {
  articleId: string;
  tier: Tier;
  publishedAt: Date | null;
  statedAt: Date | null;
  occurredAt: Date | null;
  precision: Precision | null;
}

/** Which reports of a case are looked at. */
export interface Asked {
  incidentId: string;
  /** The articles that have just been judged, or joined. */
  articleIds: string[];
  /** Publications before this instant are looked at in any case: stories may have become one. */
  before: Date;
  /** A person has just joined `articleIds` to the case: their dates of publication count whoever the source is. */
  vouched: boolean;
}

/**
 * What the reports of a case say of when it happened and when it was first published. Reports that are only possibly of the case say
 * nothing; an occurrence stated with a report counts by the tier of its source, as at opening (a hand report's is core); only publications dated by the source itself are told.
 */
export async function foundFacts(tx: EntityManager, asked: Asked): Promise<StartFact[]> {
  const rows = await tx.query<Row[]>(
    `select a.id as "articleId", s.tier, a.stated_occurred_at as "statedAt",
       case when a.published_note = 'stated' then a.published_at end as "publishedAt",
       (a.judgement #>> '{reading,occurredAt,at}')::timestamptz as "occurredAt",
       a.judgement #>> '{reading,occurredAt,precision}' as precision
     from article a join source s on s.id = a.source_id join story t on t.id = a.story_id
     where t.incident_id = $1 and not t.possibly
       and (a.id = any($2) or (a.published_at < $3 and a.published_note = 'stated'))
     order by a.fetched_at, a.id`,
    [asked.incidentId, asked.articleIds, asked.before],
  );
  return rows.flatMap((row) => [...publicationOf(row, asked), ...occurrenceOf(row)]);
}

function publicationOf({ publishedAt, tier, articleId }: Row, { vouched, articleIds }: Asked): StartFact[] {
  if (publishedAt === null) return [];
  const isVouched = vouched && articleIds.includes(articleId);
  return [{ basis: 'first_published', at: publishedAt, precision: null, tier: isVouched ? null : tier, articleId }];
}

function occurrenceOf({ statedAt, occurredAt, precision, tier, articleId }: Row): StartFact[] {
  const at = statedAt ?? occurredAt;
  if (at === null) return [];
  return [{ basis: 'occurred', at, precision: statedAt === null ? precision : 'minute', tier, articleId }];
}
