import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AccountPage, AccountView } from '../../contract/account.js';
import type { BureauName } from '../../contract/board.js';
import type { ArticlePage, IncidentView } from '../../contract/incident.js';
import type { BlindPage } from '../../contract/calm.js';
import type { DocumentDoubt } from '../../contract/document-doubt.js';
import type { DocumentPage, DocumentView } from '../../contract/document.js';
import type { IntakeView } from '../../contract/intake.js';
import type { NoticesOfCase } from '../../contract/notice.js';
import type { ResponseTimes } from '../../contract/response-times.js';
import type { Person } from '../../contract/session.js';
import type { WallView } from '../../contract/wall.js';
import type { ChannelNames } from '../../contract/way.js';
import type { SourcePage, SourceView } from '../../contract/source.js';
import { call } from './call.js';
import { everyPage } from './every-page.js';

const SESSION_RENEWAL_MS = 30 * 60_000;

/**
 * Who is signed in. Refused with 401 when nobody is. Asked again every half hour, in the background too: the socket renews
 * neither session nor cookie, and a board that only listens would be signed out in the middle of a watch.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call<Person>('GET', '/session'),
  staleTime: Infinity,
  refetchInterval: SESSION_RENEWAL_MS,
  refetchIntervalInBackground: true,
  retry: false,
});

export const incidentKey = (id: string) => ['incident', id] as const;

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: incidentKey(id),
    queryFn: () => call<IncidentView>('GET', `/incidents/${encodeURIComponent(id)}`),
  });

/** What was reported of a case, behind one of its articles. */
export const articlesQuery = (id: string, after: string | null) =>
  infiniteQueryOptions({
    queryKey: [...incidentKey(id), 'articles', after] as const,
    queryFn: ({ pageParam }) =>
      call<ArticlePage>('GET', `/incidents/${encodeURIComponent(id)}/articles?after=${pageParam ?? ''}`),
    initialPageParam: after,
    getNextPageParam: (page) => page.next,
  });

/** Below the key of the case: what touches the case is read again here too. Page by page, newest first. */
export const noticesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...incidentKey(id), 'notices'] as const,
    queryFn: ({ pageParam }) =>
      call<NoticesOfCase>(
        'GET',
        `/incidents/${encodeURIComponent(id)}/notices${pageParam === null ? '' : `?${new URLSearchParams({ cursor: pageParam })}`}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => ({
      items: pages.flatMap(({ items }) => items),
      notSent: pages.flatMap(({ notSent }) => notSent),
    }),
    refetchInterval: 15_000,
  });

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => call<ChannelNames>('GET', '/channels'),
  staleTime: Infinity,
  retry: false,
});

export const bureausQuery = queryOptions({
  queryKey: ['bureaus'],
  queryFn: async () => (await call<{ items: BureauName[] }>('GET', '/bureaus')).items,
  staleTime: Infinity,
});

/** How often the list of sources is read again while it is looked at; a thousand sources are two megabytes, so less often. */
const sourcesEvery = (sources: number): number => Math.min(20_000, Math.max(5_000, sources * 20));

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async () => (await everyPage<SourceView, SourcePage>('/sources')).items,
  refetchInterval: (query) => sourcesEvery(query.state.data?.length ?? 0),
});

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: () => everyPage<DocumentView, DocumentPage>('/documents'),
});

export const documentDoubtsQuery = queryOptions({
  queryKey: ['document-doubts'],
  queryFn: async () => (await call<{ items: DocumentDoubt[] }>('GET', '/document-doubts')).items,
  refetchInterval: 60_000,
});

export const intakesQuery = queryOptions({
  queryKey: ['intakes'],
  queryFn: async () => (await call<{ items: IntakeView[] }>('GET', '/intakes')).items,
  refetchInterval: 10_000,
});

export const wallsQuery = queryOptions({
  queryKey: ['walls'],
  queryFn: async () => (await call<{ items: WallView[] }>('GET', '/walls')).items,
  refetchInterval: 10_000,
});

/** All of them, to name who stands in another list. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts', 'every'],
  queryFn: async () => (await everyPage<AccountView, AccountPage>('/accounts')).items,
  refetchInterval: 60_000,
});

/** The blind intervals of the `spanMs` before now. @param now server time, epoch milliseconds */
export const blindIntervalsQuery = (spanMs: number, now: () => number) =>
  queryOptions({
    queryKey: ['blind-intervals', spanMs],
    queryFn: async () => {
      const span = { from: new Date(now() - spanMs).toISOString(), to: new Date(now()).toISOString() };
      const query = new URLSearchParams(span).toString();
      return call<BlindPage>('GET', `/blind-intervals?${query}`);
    },
    refetchInterval: 60_000,
    retry: false,
  });

/** `from` and `to` are instants (ISO UTC), `to` not included. */
export const responseTimesQuery = (span: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['response-times', span.from, span.to],
    queryFn: () => call<ResponseTimes>('GET', `/reports/response-times?${new URLSearchParams(span).toString()}`),
    staleTime: 60_000,
  });
