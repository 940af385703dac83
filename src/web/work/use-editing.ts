import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../api/call.js';
import { workspaceKey } from './work-queries.js';

/** The server forgets a screen after 30 s. */
const HEARTBEAT_MS = 10_000;

/** Says that the text is open on this screen, for as long as it is, and reads again who else has it open. */
export function useEditing(incidentId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const say = (open: boolean) => call('POST', `/incidents/${incidentId}/editing`, { open }).catch(() => undefined);
    const beat = () => {
      void say(true);
      void queries.invalidateQueries({ queryKey: workspaceKey(incidentId) });
    };
    beat();
    const timer = setInterval(beat, HEARTBEAT_MS);
    return () => {
      clearInterval(timer);
      void say(false);
    };
  }, [incidentId, queries]);
}
