import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/records/record.js';
import { call, Refusal } from '../api/call.js';
import { incidentKey } from '../api/queries.js';
import { refusalWords } from '../api/refusal-words.js';
import { useToast } from '../shell/toast.js';
import { workspaceKey } from './work-queries.js';

/**
 * One step of the work. What was typed stays where it is until the server has kept it; when somebody was faster (409) the case is
 * read again. `path`: below the case, e.g. `records/draft` or `close`.
 */
export function useRecord(incidentId: string, path: string, onDone: (workspace: Workspace) => void) {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: object) => call<Workspace>('POST', `/incidents/${incidentId}/${path}`, body),
    // Without a network it says so at once, instead of sending it some time later.
    networkMode: 'always',
    onSuccess: (workspace) => {
      queries.setQueryData(workspaceKey(incidentId), workspace);
      void queries.invalidateQueries({ queryKey: incidentKey(incidentId), exact: true });
      toast.done(t('work.recorded'));
      onDone(workspace);
    },
    onError: (refused) => {
      if (refused instanceof Refusal && refused.status === 409)
        void queries.invalidateQueries({ queryKey: incidentKey(incidentId) });
    },
  });
  const faults = error instanceof Refusal ? (error.problem.faults ?? []) : [];
  return { mutate, isPending, faults, refusal: error && refusalWords(error, t) };
}
