import type { EntityManager } from 'typeorm';
import type { CampaignMark } from '../contract/campaign.js';
import { touches } from '../domain/campaigns/campaign.js';
import type { JournalRow } from '../journal/append.js';
import { type Campaign, campaignsWithin } from './campaign-rows.js';

/** An article on its way through judging, as far as campaigns are concerned. */
interface Article {
  id: string;
  sourceId: string;
  title: string;
  text: string;
  publishedAt: Date | null;
  fetchedAt: Date;
  channel: string;
  isOwn: boolean;
}

/** An article belongs to the instant of its publication; to that of its finding where it states none. */
const instantOf = ({ publishedAt, fetchedAt }: Article): Date => publishedAt ?? fetchedAt;

/** The campaigns that each of these articles touches, as they stand now; most touch none. */
export async function touchedBy(tx: EntityManager, articles: readonly Article[]): Promise<Map<string, Campaign[]>> {
  const public_ = articles.filter(({ channel, isOwn }) => channel === 'live' && !isOwn);
  const times = public_.map((article) => instantOf(article).getTime());
  if (times.length === 0) return new Map();
  const campaigns = await campaignsWithin(tx, new Date(Math.min(...times)), new Date(Math.max(...times)));
  return new Map(
    public_.map((article) => {
      const { id, title, text, sourceId } = article;
      const seen = { title, text, source: sourceId, at: instantOf(article) };
      return [id, campaigns.filter((campaign) => touches(campaign, seen))];
    }),
  );
}

/** Keeps what was touched. It is decided once: a change of the campaign alters no article of before. */
export async function keepTouched(
  tx: EntityManager,
  articles: readonly Article[],
  touched: ReadonlyMap<string, readonly Campaign[]>,
): Promise<void> {
  const rows = articles.flatMap((article) =>
    (touched.get(article.id) ?? []).map((campaign) => [article.id, campaign.id, instantOf(article)] as const),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into article_campaign (article_id, campaign_id, at)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) on conflict do nothing`,
    [rows.map(([article]) => article), rows.map(([, campaign]) => campaign), rows.map(([, , at]) => at)],
  );
}

/** Cases of these articles carry their campaigns from now on. @returns what the journal is told */
export async function carryOfArticles(tx: EntityManager, articleIds: readonly string[]): Promise<JournalRow[]> {
  const rows = await tx.query<{ incidentId: string; campaignId: string }[]>(
    `insert into incident_campaign (incident_id, campaign_id)
     select distinct s.incident_id, c.campaign_id from article_campaign c join article a on a.id = c.article_id
       join story s on s.id = a.story_id join incident i on i.id = s.incident_id and i.channel = 'live'
     where c.article_id = any($1) and not s.possibly
     on conflict do nothing returning incident_id as "incidentId", campaign_id as "campaignId"`,
    [articleIds],
  );
  return rows.map(({ incidentId, campaignId }) => ({
    ...{ kind: 'campaign.carried', incidentId, actor: 'system:judging' },
    data: { campaignId },
  }));
}

/** A case that a person opens carries the campaigns in force whose words it is told in. @returns their ids */
export async function carryOfWords(
  tx: EntityManager,
  incidentId: string,
  seen: { title: string; text: string; at: Date },
): Promise<string[]> {
  const campaigns = (await campaignsWithin(tx, seen.at, seen.at)).filter((one) =>
    touches(one, { ...seen, source: null }),
  );
  const ids = campaigns.map(({ id }) => id);
  await tx.query(
    'insert into incident_campaign (incident_id, campaign_id) select $1, unnest($2::uuid[]) on conflict do nothing',
    [incidentId, ids],
  );
  return ids;
}

/** SQL over `incident` `i`: the ids of the campaigns that it carries. */
export const CARRIED = 'array(select k.campaign_id from incident_campaign k where k.incident_id = i.id)';

/** The campaigns that cases carry, also those that are over. */
export async function campaignsOfCases(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, CampaignMark[]>> {
  const rows = await db.query<(CampaignMark & { incidentId: string })[]>(
    `select ic.incident_id as "incidentId", c.id, c.name from incident_campaign ic join campaign_now c on c.id = ic.campaign_id
     where ic.incident_id = any($1) order by c.starts_at, c.id`,
    [ids],
  );
  const marks = new Map<string, CampaignMark[]>();
  for (const { incidentId, ...mark } of rows) marks.set(incidentId, [...(marks.get(incidentId) ?? []), mark]);
  return marks;
}
