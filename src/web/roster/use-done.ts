import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { useToast } from '../shell/toast.js';
import { ROSTER } from './roster-queries.js';

interface Asked {
  method?: 'POST' | 'PATCH';
  path: string;
  body?: object;
}

/** One move on the roster: says that it is done, reads again what it may have changed. */
export function useDone(words: string, onDone: () => void = () => undefined) {
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = 'POST', path, body }: Asked) => call(method, path, body ?? {}),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [ROSTER] });
      toast.done(words);
      onDone();
    },
  });
}
