import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClockKind } from '../../contract/clock.js';
import type { IncidentView } from '../../contract/incident.js';
import { call, Refusal } from '../api/call.js';
import { incidentKey } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';

type Judged = 'confirm' | 'dismiss' | 'grade' | 'assign' | 'not-same' | 'restrict' | 'lift-restriction';
export type Act =
  | `clocks/${ClockKind}/waiver`
  | 'acknowledge'
  | 'follow-up/end'
  | Judged
  | 'clock-start'
  | 'second-person'
  | 'statements'
  | 'press-conferences';

const isStale = (error: unknown): boolean => error instanceof Refusal && error.status === 409;

/**
 * Does one thing to the incident and shows the answer. Refused because somebody else was faster (409): nothing has changed; the
 * incident is read again. `refusal` says why the last attempt did not succeed.
 */
export function useAct(incident: IncidentView, act: Act, onDone?: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const key = incidentKey(incident.id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: Record<string, unknown>) => call<IncidentView>('POST', `/incidents/${incident.id}/${act}`, body),
    onSuccess: (view) => {
      queries.setQueryData(key, view);
      toast.done(t('action.done'));
      onDone?.();
    },
    onError: (refused) => {
      if (isStale(refused)) void queries.invalidateQueries({ queryKey: key });
    },
  });
  const refusal = error === null ? null : isStale(error) ? t('refusal.stale') : refusalWords(error, t);
  return { mutate, isPending, refusal };
}
