import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { IncidentLine } from '../../contract/incident.js';
import { call } from '../api/call.js';
import { filterOf, type RegisterSearch } from './register-search.js';

interface RegisterPage {
  items: IncidentLine[];
  next: string | null;
}

const queryOf = (search: RegisterSearch, cursor: string | null): string =>
  new URLSearchParams(Object.entries({ ...filterOf(search), ...(cursor !== null && { cursor }) })).toString();

/** The register page by page; while it is narrowed anew, what was found before stays on the screen. */
export const registerQuery = (search: RegisterSearch) =>
  infiniteQueryOptions({
    queryKey: ['register', search],
    queryFn: ({ pageParam }) => call<RegisterPage>('GET', `/incidents?${queryOf(search, pageParam)}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
