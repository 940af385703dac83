import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { AccountPage } from '../../contract/account.js';
import { call } from '../api/call.js';
import type { PeopleSearch } from './people-search.js';

const queryOf = ({ q, role }: PeopleSearch, cursor: string | null): string =>
  new URLSearchParams({ ...(q && { q }), ...(role && { role }), ...(cursor !== null && { cursor }) }).toString();

/** The accounts page by page; while they are narrowed anew, what was found before stays on the screen. */
export const accountPagesQuery = ({ q, role }: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'list', q, role],
    queryFn: ({ pageParam }) => call<AccountPage>('GET', `/accounts?${queryOf({ q, role }, pageParam)}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
