import { useMutation, useQueryClient } from '@tanstack/react-query';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '../../contract/campaign.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { ReasonField } from '../incident/fields.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { useToast } from '../shell/toast.js';
import { CAMPAIGNS } from './campaign-queries.js';

/** 撤销: a campaign that has not begun never will, for a reason that stays on record. */
export function CallOffCampaign({ campaign, onClose }: { campaign: CampaignView; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { id, name } = campaign;
  const callOff = useMutation({
    mutationFn: (body: { reason: string }) => call<CampaignView>('POST', `/campaigns/${id}/call-off`, body),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [CAMPAIGNS] });
      toast.done(t('campaign.callOffDone', { name }));
      onClose();
    },
  });
  return (
    <Sheet title={t('campaign.callOff')} subject={name} hint={t('campaign.callOffHint')} onClose={onClose}>
      <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={(given) => callOff.mutate(given)}>
        <ReasonField required first />
        <SheetEnd
          ok={t('campaign.callOff')}
          danger
          onClose={onClose}
          pending={callOff.isPending}
          refusal={callOff.error && refusalWords(callOff.error, t)}
        />
      </Form>
    </Sheet>
  );
}
