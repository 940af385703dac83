import type { EntityManager } from 'typeorm';
import type { CampaignView } from '../contract/campaign.js';
import { type CampaignScope, phaseOf } from '../domain/campaigns/campaign.js';

/** The present version of a campaign. */
export interface Campaign extends CampaignScope {
  id: string;
  version: number;
  name: string;
  lowered: boolean;
  roster: string[];
  digestTime: string;
  calledOffAt: Date | null;
}

/** Of `campaign_known` `c`. */
export const CAMPAIGN_COLUMNS = `c.id, c.version, c.name, c.starts_at as "startsAt", c.ends_at as "endsAt", c.words, c.sources, c.lowered,
  c.roster, c.digest_time as "digestTime", c.called_off_at as "calledOffAt"`;

const STANDING = `${CAMPAIGN_COLUMNS} from campaign_known c where c.called_off_at is null`;

/** Those that stand; the one that begins last first. */
export function allCampaigns(db: EntityManager): Promise<Campaign[]> {
  return db.query<Campaign[]>(`select ${STANDING} order by c.starts_at desc, c.id`);
}

/** Those that stand whose window holds any instant from `from` to `to`, both included. */
export function campaignsWithin(db: EntityManager, from: Date, to: Date): Promise<Campaign[]> {
  return db.query<Campaign[]>(
    `select ${STANDING} and c.starts_at <= $2 and c.ends_at > $1 order by c.starts_at, c.id`,
    [from, to],
  );
}

/** Also one that was called off. */
export async function campaignById(db: EntityManager, id: string): Promise<Campaign | null> {
  const [row] = await db.query<Campaign[]>(`select ${CAMPAIGN_COLUMNS} from campaign_known c where c.id = $1`, [id]);
  return row ?? null;
}

/** As people see them at this instant. */
export async function campaignViews(db: EntityManager, campaigns: readonly Campaign[], now: Date) {
  const people = await db.query<{ accountId: string; name: string }[]>(
    'select id as "accountId", display_name as name from account where id = any($1)',
    [campaigns.flatMap(({ roster }) => roster)],
  );
  const sources = await db.query<{ id: string; name: string }[]>(
    'select id, name from source where id = any($1) order by name, id',
    [campaigns.flatMap((one) => one.sources)],
  );
  const ids = campaigns.map(({ id }) => id);
  const [versions, callings] = [await versionsOf(db, ids), await callingsOff(db, ids)];
  return campaigns.map((campaign): CampaignView => {
    const { id, version, name, startsAt, endsAt, words, lowered, digestTime } = campaign;
    return {
      ...{ id, version, name, lowered, digestTime, words: [...words], versions: versions.get(id) ?? [] },
      sources: sources.filter((one) => campaign.sources.includes(one.id)),
      ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), phase: phaseOf(campaign, now) },
      calledOff: callings.get(id) ?? null,
      roster: campaign.roster.flatMap((accountId) => people.find((one) => one.accountId === accountId) ?? []),
    };
  });
}

type Version = CampaignView['versions'][number];

async function versionsOf(db: EntityManager, ids: readonly string[]): Promise<Map<string, Version[]>> {
  const rows = await db.query<(Omit<Version, 'at'> & { id: string; at: Date })[]>(
    `select v.campaign_id as id, v.version, a.display_name as by, v.changed_at as at, v.reason
     from campaign_version v join account a on a.id = v.changed_by
     where v.campaign_id = any($1) order by v.version desc`,
    [ids],
  );
  const versions = new Map<string, Version[]>();
  for (const { id, at, ...row } of rows)
    versions.set(id, [...(versions.get(id) ?? []), { ...row, at: at.toISOString() }]);
  return versions;
}

async function callingsOff(db: EntityManager, ids: readonly string[]) {
  const rows = await db.query<{ id: string; by: string; at: Date; reason: string }[]>(
    `select o.campaign_id as id, a.display_name as by, o.called_off_at as at, o.reason
     from campaign_called_off o join account a on a.id = o.called_off_by where o.campaign_id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, by, at, reason }) => [id, { by, at: at.toISOString(), reason }]));
}
