import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnchorPage, JournalFacets, JournalRowPage, JournalStanding } from '../../contract/journal.js';
import { call } from '../api/call.js';
import { type ChainSearch, rowsQueryOf } from './chain-search.js';

/** How often a check under way is asked after. */
const WATCHING_MS = 1_000;

export const rowsQuery = (search: ChainSearch) =>
  queryOptions({
    queryKey: ['chain', 'rows', rowsQueryOf(search)],
    queryFn: () => call<JournalRowPage>('GET', `/journal/rows?${rowsQueryOf(search)}`),
    placeholderData: keepPreviousData,
  });

export const facetsQuery = queryOptions({
  queryKey: ['chain', 'facets'],
  queryFn: () => call<JournalFacets>('GET', '/journal/facets'),
  staleTime: 60_000,
});

export const standingQuery = queryOptions({
  queryKey: ['chain', 'standing'],
  queryFn: () => call<JournalStanding>('GET', '/journal/standing'),
  refetchInterval: (query) => (query.state.data?.checks[0]?.state === 'running' ? WATCHING_MS : 60_000),
});

export const anchorsQuery = infiniteQueryOptions({
  queryKey: ['chain', 'anchors'],
  queryFn: ({ pageParam }) => call<AnchorPage>('GET', `/journal/anchors${pageParam ? `?before=${pageParam}` : ''}`),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
