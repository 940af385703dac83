import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CampaignView } from '../contract/campaign.js';
import type { Person } from '../contract/session.js';
import { databaseNow } from '../database/time.js';
import { type CampaignPhase, phaseOf } from '../domain/campaigns/campaign.js';
import { append } from '../journal/append.js';
import { campaignById, campaignViews } from './campaign-rows.js';
import { lockCampaign } from './lock-campaign.js';

const TOO_LATE: Record<Exclude<CampaignPhase, 'ahead'>, string> = {
  running: '专项已开始,请改为提前结束 · it has begun: end it early instead',
  over: '专项已结束 · this campaign is over',
  called_off: '专项已撤销 · it has been called off already',
};

/** 撤销专项: one that has not begun never begins. It stays on record. */
@Injectable()
export class CampaignCallingOff {
  constructor(private readonly db: DataSource) {}

  /** @throws ConflictException it has begun, is over, or has been called off already */
  callOff(by: Person, id: string, reason: string): Promise<CampaignView> {
    return this.db.transaction(async (tx) => {
      await lockCampaign(tx, id);
      const held = await campaignById(tx, id);
      if (!held) throw new NotFoundException('没有这个专项 · no such campaign');
      const now = await databaseNow(tx);
      const phase = phaseOf(held, now);
      if (phase !== 'ahead') throw new ConflictException(TOO_LATE[phase]);
      await tx.query('insert into campaign_called_off (campaign_id, called_off_by, reason) values ($1, $2, $3)', [
        id,
        by.id,
        reason,
      ]);
      const campaign = await campaignById(tx, id);
      const [view] = await campaignViews(tx, campaign ? [campaign] : [], now);
      if (!view) throw new NotFoundException('没有这个专项 · no such campaign');
      const data = { campaignId: id, name: held.name, reason };
      await append(tx, [{ kind: 'campaign.called_off', incidentId: null, actor: by.id, data }]);
      return view;
    });
  }
}
