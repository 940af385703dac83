import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { call, Refusal } from '../api/call.js';
import { incidentKey } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';

/** Why it did not go through. Without an answer nobody knows whether it did: the same tap again is safe. */
function actWords(error: unknown, t: TFunction): string {
  if (!(error instanceof Refusal)) return refusalWords(error, t);
  if (error.status === 0 || error.status >= 500) return t('inbox.unsure');
  return error.status === 404 ? t('inbox.gone') : refusalWords(error, t);
}

/** One act on a case. What was typed stays in the sheet until the server has answered. */
export function useAct(incidentId: string, path: string, done: string, onDone: () => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: object) => call<unknown>('POST', `/incidents/${incidentId}/${path}`, body),
    networkMode: 'always',
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: incidentKey(incidentId) });
      toast.done(done);
      onDone();
    },
  });
  return { mutate, isPending, refusal: error && actWords(error, t) };
}
