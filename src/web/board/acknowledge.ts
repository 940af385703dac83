import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IncidentLine, IncidentView } from '../../contract/incident.js';
import { call } from '../api/call.js';
import { incidentKey } from '../api/queries.js';
import { useToast } from '../shell/toast.js';

/**
 * 签收 from the board in one click. No version is sent: signing is the same act whatever has changed meanwhile, and the server
 * gives equal answers to repeated calls. The row itself changes when the journal's word arrives.
 */
export function useAcknowledge(line: Pick<IncidentLine, 'id' | 'title'>) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<IncidentView>('POST', `/incidents/${line.id}/acknowledge`, {}),
    onSuccess: (view) => {
      queries.setQueryData(incidentKey(line.id), view);
      toast.done(t('board.acknowledged', { title: line.title }));
    },
    onError: (error) => toast.refused(error),
  });
}
