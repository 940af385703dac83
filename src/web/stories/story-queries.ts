import { queryOptions } from '@tanstack/react-query';
import type { StoryLine, StoryView } from '../../contract/story.js';
import { call } from '../api/call.js';

export type Lane = NonNullable<StoryLine['lane']>;

/** How often a lane is read again while it is looked at: stories come by reports, of which the socket does not tell. */
const LANE_MS = 10_000;

export const laneQuery = (lane: Lane) =>
  queryOptions({
    queryKey: ['stories', lane],
    queryFn: async () => (await call<{ items: StoryLine[] }>('GET', `/stories?lane=${lane}`)).items,
    refetchInterval: LANE_MS,
  });

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['story', id],
    queryFn: () => call<StoryView>('GET', `/stories/${encodeURIComponent(id)}`),
    refetchInterval: LANE_MS,
    retry: false,
  });
