import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CampaignView, ChangeCampaign, PlanCampaign } from '../contract/campaign.js';
import type { Person } from '../contract/session.js';
import { databaseNow } from '../database/time.js';
import { phaseOf } from '../domain/campaigns/campaign.js';
import { append } from '../journal/append.js';
import { lockCampaign } from './lock-campaign.js';
import { type Campaign, campaignById, campaignViews } from './campaign-rows.js';

const LONGEST_MS = 366 * 86_400_000;
/** A campaign may be entered so long after it began, no more: what was judged before stays as it was judged. */
const GRACE_MS = 10 * 60_000;

/** Campaigns are planned and changed by versions; none is removed. */
@Injectable()
export class CampaignPlan {
  constructor(private readonly db: DataSource) {}

  /** @throws BadRequestException impossible times, nothing to look for, or a person or source that may not belong to it */
  plan(by: Person, wanted: PlanCampaign): Promise<CampaignView> {
    return this.db.transaction(async (tx) => {
      const now = await databaseNow(tx);
      if (Date.parse(wanted.startsAt) < now.getTime() - GRACE_MS)
        throw wrong('startsAt', '不能从过去开始,请从现在起 · it cannot begin in the past: begin it now');
      await check(tx, wanted, now);
      const [made] = await tx.query<{ id: string }[]>('insert into campaign default values returning id');
      return keep(tx, by, { id: made?.id ?? '', version: 1, wanted, reason: null, now });
    });
  }

  /** @throws ConflictException it is over, has begun at another time, or was changed meanwhile */
  change(by: Person, id: string, { version, reason, ...wanted }: ChangeCampaign): Promise<CampaignView> {
    return this.db.transaction(async (tx) => {
      await lockCampaign(tx, id);
      const held = await campaignById(tx, id);
      if (!held) throw new NotFoundException('没有这个专项 · no such campaign');
      const now = await databaseNow(tx);
      refuse(held, { version, startsAt: new Date(wanted.startsAt) }, now);
      await check(tx, wanted, now);
      return keep(tx, by, { id, version: version + 1, wanted, reason, now });
    });
  }
}

/** A fault that stands at one field of the form. */
function wrong(path: string, message: string): BadRequestException {
  return new BadRequestException({ message, faults: [{ path, message }] });
}

function refuse(held: Campaign, wanted: { version: number; startsAt: Date }, now: Date): void {
  if (held.version !== wanted.version)
    throw new ConflictException('专项刚被他人修改,请刷新 · somebody changed this campaign: reload and try again');
  const phase = phaseOf(held, now);
  if (phase === 'called_off') throw new ConflictException('专项已撤销,不能再改 · this campaign was called off');
  if (phase === 'over') throw new ConflictException('专项已结束,不能再改 · this campaign is over');
  if (phase === 'running' && wanted.startsAt.getTime() !== held.startsAt.getTime())
    throw new ConflictException('专项已开始,开始时间不能再改 · it has begun: its beginning stays');
}

async function check(tx: EntityManager, wanted: PlanCampaign, now: Date): Promise<void> {
  const [from, to] = [Date.parse(wanted.startsAt), Date.parse(wanted.endsAt)];
  if (to <= from || to <= now.getTime())
    throw wrong('endsAt', '结束须晚于开始,且在将来 · the end must be after the beginning and in the future');
  if (to - from > LONGEST_MS) throw wrong('endsAt', '专项至多一年 · a campaign is at most a year long');
  if (wanted.words.length + wanted.sources.length === 0)
    throw wrong('words', '请至少填写一个关注词或来源 · give at least one word or source');
  const people = await tx.query<unknown[]>('select from account where id = any($1) and disabled_at is null', [
    wanted.roster,
  ]);
  if (people.length !== new Set(wanted.roster).size)
    throw wrong('roster', '名单中有已停用或不存在的账号 · an account is disabled or gone');
  const sources = await tx.query<unknown[]>(
    `select from source where id = any($1) and tier <> 'core' and kind = 'public' and channel = 'live'`,
    [wanted.sources],
  );
  if (sources.length !== new Set(wanted.sources).size)
    throw wrong('sources', '来源须已登记且不是核心来源 · sources must be known, and none of the core');
}

interface Kept {
  id: string;
  version: number;
  wanted: PlanCampaign;
  reason: string | null;
  now: Date;
}

async function keep(tx: EntityManager, by: Person, { id, version, wanted, reason, now }: Kept): Promise<CampaignView> {
  const { name, startsAt, endsAt, words, sources, lowered, roster, digestTime } = wanted;
  const stated = { name, startsAt, endsAt, words, sources, lowered, roster, digestTime };
  await tx.query(
    `insert into campaign_version (campaign_id, version, changed_by, reason, name, starts_at, ends_at, words, sources,
       lowered, roster, digest_time)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, version, by.id, reason, ...Object.values(stated)],
  );
  const campaign = await campaignById(tx, id);
  const [view] = campaign ? await campaignViews(tx, [campaign], now) : [];
  if (!view) throw new NotFoundException('没有这个专项 · no such campaign');
  const kind = version === 1 ? 'campaign.planned' : 'campaign.changed';
  const data = { campaignId: id, version, ...stated, ...(reason !== null && { reason }) };
  await append(tx, [{ kind, incidentId: null, actor: by.id, data }]);
  return view;
}
