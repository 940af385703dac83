import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ArchivedArticle, ArchivePage } from '../../contract/archive.js';
import { call } from '../api/call.js';
import { type ArchiveSearch, queryOf } from './archive-search.js';

/** The archive page by page; while a new search runs, what was found before stays on the screen. */
export const archivePagesQuery = (search: ArchiveSearch) =>
  infiniteQueryOptions({
    queryKey: ['archive', search],
    queryFn: ({ pageParam }) => call<ArchivePage>('GET', `/articles?${queryOf(search, pageParam)}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });

export const archivedArticleQuery = (id: string) =>
  queryOptions({
    queryKey: ['archived-article', id],
    queryFn: () => call<ArchivedArticle>('GET', `/articles/${encodeURIComponent(id)}`),
  });
