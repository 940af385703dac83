import {
  callOffCampaign,
  campaign,
  campaignOptions,
  campaignPage,
  campaignQuery,
  changeCampaign,
  planCampaign,
} from './campaign.js';
import { campaignReport } from './campaign-report.js';
import { made, ok, type Route } from './route.js';

/** 专项 · campaigns */
export const CAMPAIGN_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/campaigns',
    right: 'campaign.read',
    summary: '专项一览 · Campaigns, the newest first',
    query: campaignQuery,
    answer: ok(campaignPage),
  },
  {
    method: 'POST',
    path: '/campaigns',
    right: 'campaign.edit',
    summary: '新建专项 · Plan a campaign',
    body: planCampaign,
    answer: made(campaign),
  },
  {
    method: 'GET',
    path: '/campaigns/options',
    right: 'campaign.edit',
    summary: '可列入的人员与来源 · Who and which sources may belong to a campaign',
    answer: ok(campaignOptions),
  },
  {
    method: 'GET',
    path: '/campaigns/:id',
    right: 'campaign.read',
    summary: '一个专项 · One campaign',
    answer: ok(campaign),
  },
  {
    method: 'GET',
    path: '/campaigns/:id/report',
    right: 'campaign.read',
    summary: '专项数据、日报与小结 · Its numbers, digests and summary',
    answer: ok(campaignReport),
  },
  {
    method: 'POST',
    path: '/campaigns/:id/change',
    right: 'campaign.edit',
    summary: '修改专项;旧版本保留 · Change a campaign; what it was stays on record',
    body: changeCampaign,
    answer: ok(campaign),
  },
  {
    method: 'POST',
    path: '/campaigns/:id/call-off',
    right: 'campaign.edit',
    summary: '撤销尚未开始的专项,写明理由 · Call off a campaign that has not begun, with a reason',
    body: callOffCampaign,
    answer: ok(campaign),
  },
];
