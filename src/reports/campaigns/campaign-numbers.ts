import type { EntityManager } from 'typeorm';
import type { CampaignNumbers } from '../../contract/campaign-report.js';
import { type Duty, DUTY_KINDS, dutiesOf, type Happening, verdictOf } from '../../domain/clocks/response-times.js';

const BUSIEST = 3;

/** What is counted: from the first instant, up to the second. */
export interface Span {
  from: Date;
  to: Date;
}

/** Of a campaign in a span: what it touched by its own instants, its cases as the journal tells them, each duty as it stood at the span's end. */
export async function campaignNumbers(tx: EntityManager, campaignId: string, span: Span): Promise<CampaignNumbers> {
  const [counted] = await tx.query<{ articles: number; stories: number }[]>(
    `select count(*)::int as articles, count(distinct a.story_id)::int as stories
     from article_campaign c join article a on a.id = c.article_id
     where c.campaign_id = $1 and c.at >= $2 and c.at < $3`,
    [campaignId, span.from, span.to],
  );
  const cases = await tx.query<{ id: string; number: string; isNew: boolean }[]>(
    `select i.id, i.number, c.since >= $2 and c.since < $3 as "isNew"
     from incident_campaign c join incident i on i.id = c.incident_id and i.channel = 'live'
     where c.campaign_id = $1 order by i.number`,
    [campaignId, span.from, span.to],
  );
  const duties = await dutiesOfCases(
    tx,
    cases.map(({ id }) => id),
  );
  return {
    articles: counted?.articles ?? 0,
    stories: counted?.stories ?? 0,
    incidents: cases.filter(({ isNew }) => isNew).map(({ id, number }) => ({ id, number })),
    ...tally(duties, span),
    busiest: await busiestHours(tx, campaignId, span),
  };
}

async function dutiesOfCases(tx: EntityManager, ids: string[]): Promise<Duty[]> {
  const rows = await tx.query<{ body: string }[]>(
    'select body from journal where kind = any($1) and incident_id = any($2) order by seq',
    [DUTY_KINDS, ids],
  );
  return dutiesOf(rows.map((row) => JSON.parse(row.body) as Happening));
}

/** Answered within the span, or whose limit passed within it unanswered. What came later is not known yet at its end. */
function tally(duties: Duty[], { from, to }: Span): Pick<CampaignNumbers, 'met' | 'missed'> {
  const within = (at: number | null): boolean => at !== null && at >= from.getTime() && at < to.getTime();
  const atEnd = duties.map((duty) => ({
    ...duty,
    metAt: duty.metAt !== null && duty.metAt < to.getTime() ? duty.metAt : null,
    waivedAt: duty.waivedAt !== null && duty.waivedAt < to.getTime() ? duty.waivedAt : null,
  }));
  const stands = (duty: Duty) => verdictOf(duty, to.getTime());
  return {
    met: atEnd.filter((duty) => stands(duty) === 'met' && within(duty.metAt)).length,
    missed: atEnd.filter((duty) => ['late', 'open_overdue'].includes(stands(duty)) && within(duty.dueAt)).length,
  };
}

function busiestHours(tx: EntityManager, campaignId: string, { from, to }: Span): Promise<CampaignNumbers['busiest']> {
  return tx.query(
    `select extract(hour from at at time zone 'Asia/Shanghai')::int as hour, count(*)::int as articles
     from article_campaign where campaign_id = $1 and at >= $2 and at < $3
     group by 1 order by articles desc, hour limit $4`,
    [campaignId, from, to, BUSIEST],
  );
}
