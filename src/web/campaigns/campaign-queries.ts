import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CampaignOptions, CampaignPage, CampaignView } from '../../contract/campaign.js';
import type { CampaignReport } from '../../contract/campaign-report.js';
import type { IncidentLine } from '../../contract/incident.js';
import { call } from '../api/call.js';
import { type CampaignSearch, queryOf } from './campaign-search.js';

export const CAMPAIGNS = 'campaigns';
/** It begins and ends by itself. */
const EVERY_MS = 30_000;

/** The list page by page; while it is narrowed anew, what was found before stays on the screen. */
export const campaignsQuery = (search: CampaignSearch) =>
  infiniteQueryOptions({
    queryKey: [CAMPAIGNS, 'list', search],
    queryFn: ({ pageParam }) => call<CampaignPage>('GET', `/campaigns?${queryOf(search, pageParam)}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, id],
    queryFn: () => call<CampaignView>('GET', `/campaigns/${encodeURIComponent(id)}`),
    refetchInterval: EVERY_MS,
    retry: false,
  });

export const campaignReportQuery = (id: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, id, 'report'],
    queryFn: () => call<CampaignReport>('GET', `/campaigns/${encodeURIComponent(id)}/report`),
    refetchInterval: EVERY_MS,
    retry: false,
  });

/** Its latest cases, closed ones too, as far as one may see them; all of them stand in the register. */
export const casesQuery = (id: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, id, 'cases'],
    queryFn: async () => {
      const query = new URLSearchParams({ campaign: id, status: 'all', limit: '20' }).toString();
      return (await call<{ items: IncidentLine[] }>('GET', `/incidents?${query}`)).items;
    },
    refetchInterval: EVERY_MS,
  });

export const campaignOptionsQuery = queryOptions({
  queryKey: [CAMPAIGNS, 'options'],
  queryFn: () => call<CampaignOptions>('GET', '/campaigns/options'),
});
