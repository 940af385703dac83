import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TestedWay } from '../../contract/way.js';
import { call } from '../api/call.js';
import { ROSTER } from './roster-queries.js';

/** Sends a test by one way; what came of it stands beside the button until the next. */
export function useTest(wayId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<TestedWay>('POST', `/me/ways/${wayId}/test`, {}),
    onSettled: () => void queries.invalidateQueries({ queryKey: [ROSTER] }),
  });
}
