import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Person } from '../../contract/session.js';
import { may, type Right } from '../../domain/rights.js';
import { call } from '../api/call.js';
import { sessionQuery } from '../api/queries.js';
import { forgetUnsentOf } from '../unsent/unsent-store.js';

/** Who is signed in. Only for pages behind the door. */
export function usePerson(): Person {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the person at the screen holds a right. The server decides; this only hides what it would refuse. */
export function useMay(right: Right): boolean {
  return may(usePerson().role, right);
}

/** Ends the session and forgets everything that was read, or typed and not sent, under it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const person = queries.getQueryData(sessionQuery.queryKey);
    if (person) forgetUnsentOf(localStorage, person.id);
    await call('DELETE', '/session').catch(() => undefined);
    await navigate({ to: '/sign-in' });
    queries.clear();
  };
}
