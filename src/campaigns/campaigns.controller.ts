import { Body, Controller, Get, HttpCode, NotFoundException, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import {
  type CallOffCampaign,
  callOffCampaign,
  type CampaignOptions,
  type CampaignPage,
  type CampaignQuery,
  campaignQuery,
  type ChangeCampaign,
  changeCampaign,
  type PlanCampaign,
  planCampaign,
} from '../contract/campaign.js';
import type { Person } from '../contract/session.js';
import { databaseNow } from '../database/time.js';
import { CampaignCallingOff } from './campaign-calling-off.js';
import { CampaignList } from './campaign-list.js';
import { CampaignPlan } from './campaign-plan.js';
import { campaignById, campaignViews } from './campaign-rows.js';

/** 专项 · campaigns, e.g. 两会 or a book fair. */
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly db: DataSource,
    private readonly campaigns: CampaignList,
    private readonly plans: CampaignPlan,
    private readonly callings: CampaignCallingOff,
  ) {}

  @Get()
  @Allow('campaign.read')
  list(@Query(new ZodPipe(campaignQuery)) query: CampaignQuery): Promise<CampaignPage> {
    return this.campaigns.page(query);
  }

  @Post()
  @Allow('campaign.edit')
  plan(@Body(new ZodPipe(planCampaign)) wanted: PlanCampaign, @CurrentPerson() by: Person) {
    return this.plans.plan(by, wanted);
  }

  @Get('options')
  @Allow('campaign.edit')
  async options(): Promise<CampaignOptions> {
    const people = await this.db.query<CampaignOptions['people']>(
      'select id as "accountId", display_name as name from account where disabled_at is null order by display_name, id',
    );
    const sources = await this.db.query<CampaignOptions['sources']>(
      `select id, name from source where enabled and tier <> 'core' and kind = 'public' and channel = 'live'
         and origin <> 'built_in' order by name, id`,
    );
    return { people, sources };
  }

  @Get(':id')
  @Allow('campaign.read')
  async one(@Param('id', ParseUUIDPipe) id: string) {
    const db = this.db.manager;
    const campaign = await campaignById(db, id);
    if (!campaign) throw new NotFoundException('没有这个专项 · no such campaign');
    const [view] = await campaignViews(db, [campaign], await databaseNow(db));
    return view;
  }

  @Post(':id/change')
  @HttpCode(200)
  @Allow('campaign.edit')
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(changeCampaign)) wanted: ChangeCampaign,
    @CurrentPerson() by: Person,
  ) {
    return this.plans.change(by, id, wanted);
  }

  @Post(':id/call-off')
  @HttpCode(200)
  @Allow('campaign.edit')
  callOff(
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(callOffCampaign)) { reason }: CallOffCampaign,
    @CurrentPerson() by: Person,
  ) {
    return this.callings.callOff(by, id, reason);
  }
}
