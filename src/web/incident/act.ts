import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClockKind } from '../../contract/clock.js';
import type { IncidentView } from '../../contract/incident.js';
import { call, Refusal } from '../api/call.js';
import { incidentKey } from '../api/queries.js';
import { isStale, refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';

type Judged =
  'legal-hold' | 'confirm' | 'dismiss' | 'grade' | 'not-same' | 'priority' | 'restrict' | 'lift-restriction';
export type Act =
  | `clocks/${ClockKind}/waiver`
  | 'acknowledge'
  | 'follow-up/end'
  | Judged
  | 'clock-start'
  | 'second-person'
  | 'own-releases'
  | `evidence/${string}/${'correction' | 'withdrawal'}`;

/**
 * Does one thing to the incident and shows the answer. Where something has come in between (409) nothing was done, and the incident
 * is read again. `refusal` says why the last attempt did not succeed.
 */
export function useAct(incident: IncidentView, act: Act, onDone?: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const key = incidentKey(incident.id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: Record<string, unknown>) => call<IncidentView>('POST', `/incidents/${incident.id}/${act}`, body),
    // Without a network it says so at once, instead of doing it some time later.
    networkMode: 'always',
    onSuccess: (view) => {
      queries.setQueryData(key, view);
      toast.done(t('action.done'));
      onDone?.();
    },
    onError: (refused) => {
      if (refused instanceof Refusal && refused.status === 409) void queries.invalidateQueries({ queryKey: key });
    },
  });
  const refusal = error === null ? null : isStale(error) ? t('refusal.stale') : refusalWords(error, t);
  return { mutate, isPending, refusal };
}
