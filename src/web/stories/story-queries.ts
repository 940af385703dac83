import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { StoryLine, StoryPage, StoryView } from '../../contract/story.js';
import type { Focus } from '../../domain/routing/routing-rules.js';
import { call } from '../api/call.js';

export type Lane = NonNullable<StoryLine['lane']>;

/** How often a lane is read again while it is looked at: stories come by reports, of which the socket does not tell. */
const LANE_MS = 10_000;

interface Wish {
  lane: Lane;
  focus: Focus | undefined;
}

const pageOf = ({ lane, focus }: Wish, cursor: string | null): string =>
  `/stories?${new URLSearchParams({ lane, ...(focus && { focus }), ...(cursor !== null && { cursor }) })}`;

interface ReadSoFar {
  stories: StoryLine[];
  /** How many the lane has, of each focus and in all: also those not read yet. */
  count: number;
  byFocus: Partial<StoryPage['byFocus']>;
}

function readSoFar({ pages }: { pages: StoryPage[] }): ReadSoFar {
  const { count = 0, byFocus = {} } = pages[0] ?? {};
  return { stories: pages.flatMap(({ items }) => items), count, byFocus };
}

/** A lane, or what of it is of one focus, page by page, newest first. */
export const laneQuery = (lane: Lane, focus?: Focus) =>
  infiniteQueryOptions({
    queryKey: ['stories', lane, focus ?? 'all'],
    queryFn: ({ pageParam }) => call<StoryPage>('GET', pageOf({ lane, focus }, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    select: readSoFar,
    refetchInterval: LANE_MS,
  });

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['story', id],
    queryFn: () => call<StoryView>('GET', `/stories/${encodeURIComponent(id)}`),
    refetchInterval: LANE_MS,
    retry: false,
  });
