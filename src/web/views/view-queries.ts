import { queryOptions } from '@tanstack/react-query';
import type { SavedView } from '../../contract/saved-view.js';
import { call } from '../api/call.js';

export const viewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: async () => (await call<{ items: SavedView[] }>('GET', '/saved-views')).items,
  staleTime: 60_000,
});
