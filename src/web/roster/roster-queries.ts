import { queryOptions } from '@tanstack/react-query';
import type { HandOverView, OnDuty, RosterView } from '../../contract/roster.js';
import type { OwnWays, WayOfPerson } from '../../contract/way.js';
import { call } from '../api/call.js';

/** All that a turn, a hand-over or a way may change begins with this. */
export const ROSTER = 'roster';

/** Turns begin and end by themselves: asked again each minute. */
const EVERY_MS = 60_000;

export const onDutyQuery = queryOptions({
  queryKey: [ROSTER, 'now'],
  queryFn: async () => (await call<{ items: OnDuty[] }>('GET', '/roster/now')).items,
  refetchInterval: EVERY_MS,
});

/** @param from the first of seven days, `YYYY-MM-DD` in Beijing */
export const weekQuery = (from: string) =>
  queryOptions({
    queryKey: [ROSTER, 'week', from],
    queryFn: () => call<RosterView>('GET', `/roster?from=${from}&days=7`),
    refetchInterval: EVERY_MS,
  });

export const handOversQuery = queryOptions({
  queryKey: [ROSTER, 'hand-overs'],
  queryFn: async () => (await call<{ items: HandOverView[] }>('GET', '/roster/hand-overs')).items,
  refetchInterval: EVERY_MS,
});

export const ownWaysQuery = queryOptions({
  queryKey: [ROSTER, 'own-ways'],
  queryFn: () => call<OwnWays>('GET', '/me/ways'),
});

export const allWaysQuery = queryOptions({
  queryKey: [ROSTER, 'ways'],
  queryFn: async () => (await call<{ items: WayOfPerson[] }>('GET', '/ways')).items,
});
