import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { call, Refusal } from '../api/call.js';
import { incidentKey } from '../api/queries.js';
import { useToast } from '../shell/toast.js';

export type Act = 'acknowledge' | 'confirm' | 'dismiss' | 'grade' | 'assign' | 'statements' | 'press-conferences';

/**
 * Does one thing to the incident and shows the answer. Refused because somebody else was faster (409): nothing has changed; the
 * incident is read again and the person told.
 */
export function useAct(incident: IncidentView, act: Act, onDone?: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const key = incidentKey(incident.id);
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => call<IncidentView>('POST', `/incidents/${incident.id}/${act}`, body),
    onSuccess: (view) => {
      queries.setQueryData(key, view);
      toast.done(t('action.done'));
      onDone?.();
    },
    onError: (error) => {
      const stale = error instanceof Refusal && error.status === 409;
      if (stale) void queries.invalidateQueries({ queryKey: key });
      toast.refused(stale ? new Refusal({ ...error.problem, detail: t('refusal.stale') }) : error);
    },
  });
}
