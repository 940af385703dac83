import { Module } from '@nestjs/common';
import { CampaignCallingOff } from './campaign-calling-off.js';
import { CampaignList } from './campaign-list.js';
import { CampaignPlan } from './campaign-plan.js';
import { CampaignsController } from './campaigns.controller.js';

/** 专项 over HTTP. */
@Module({ controllers: [CampaignsController], providers: [CampaignList, CampaignPlan, CampaignCallingOff] })
export class CampaignsModule {}
