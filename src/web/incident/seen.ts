import { useEffect } from 'react';
import type { IncidentView } from '../../contract/incident.js';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { noticesQuery } from '../api/queries.js';

/** So long a page stands in front of somebody until what it says counts as seen. */
const GLANCE_MS = 2_000;

/**
 * Says that this person has the notices of the case on his screen: of a page in front, and again whenever the case has
 * moved on. A tab in the background, a link fetched ahead, a page opened and left has shown nobody anything.
 */
export function useSeen({ id, journal }: IncidentView): void {
  const queries = useQueryClient();
  const latest = journal.at(-1)?.seq ?? 0;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () =>
      void call('POST', '/notices/seen', { incidents: [id] })
        .then(() => queries.invalidateQueries({ queryKey: noticesQuery(id).queryKey }))
        // Said again with the next change; nobody can do anything about it.
        .catch(() => undefined);
    const look = (): void => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(tell, GLANCE_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, latest, queries]);
}
