import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { PersonalDataPage, PurgeCasePage, PurgeCaseQuery } from '../../contract/personal-data.js';
import { call } from '../api/call.js';
import { casesQueryOf } from './personal-search.js';

/** The rule, the next run and the runs there were; each further page holds runs alone. */
export const personalQuery = infiniteQueryOptions({
  queryKey: ['personal-data', 'runs'],
  queryFn: ({ pageParam }) =>
    call<PersonalDataPage>('GET', `/personal-data${pageParam === null ? '' : `?before=${pageParam}`}`),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const purgeCasesQuery = (show: PurgeCaseQuery['show'], q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['personal-data', 'cases', show, q],
    queryFn: ({ pageParam }) => call<PurgeCasePage>('GET', `/personal-data/cases?${casesQueryOf(show, q, pageParam)}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
