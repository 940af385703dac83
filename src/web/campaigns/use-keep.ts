import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CampaignView, PlanCampaign } from '../../contract/campaign.js';
import { call, Refusal } from '../api/call.js';
import { useToast } from '../shell/toast.js';
import { CAMPAIGNS } from './campaign-queries.js';

/** Plans a campaign, or changes the one given with a reason; all of it is read again and the sheet closed. */
export function useKeep(before: CampaignView | null, onClose: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: ({ body, reason }: { body: PlanCampaign; reason?: string }) =>
      before === null
        ? call<CampaignView>('POST', '/campaigns', body)
        : call<CampaignView>('POST', `/campaigns/${before.id}/change`, { ...body, version: before.version, reason }),
    onSuccess: ({ name }) => {
      void queries.invalidateQueries({ queryKey: [CAMPAIGNS] });
      toast.done(t(before === null ? 'campaign.added' : 'campaign.saved', { name }));
      onClose();
    },
  });
  const faults = keep.error instanceof Refusal ? (keep.error.problem.faults ?? []) : [];
  return { ...keep, faults };
}
