import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { StoryLine, StoryPage, StoryView } from '../../contract/story.js';
import { call } from '../api/call.js';

export type Lane = NonNullable<StoryLine['lane']>;

/** How often a lane is read again while it is looked at: stories come by reports, of which the socket does not tell. */
const LANE_MS = 10_000;

const pageOf = (lane: Lane, cursor: string | null): string =>
  `/stories?${new URLSearchParams({ lane, ...(cursor !== null && { cursor }) })}`;

/** The stories that were read so far, and how many the lane has. */
function readSoFar({ pages }: { pages: StoryPage[] }): { stories: StoryLine[]; count: number } {
  return { stories: pages.flatMap(({ items }) => items), count: pages[0]?.count ?? 0 };
}

/** A lane page by page, newest first. */
export const laneQuery = (lane: Lane) =>
  infiniteQueryOptions({
    queryKey: ['stories', lane],
    queryFn: ({ pageParam }) => call<StoryPage>('GET', pageOf(lane, pageParam)),
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
