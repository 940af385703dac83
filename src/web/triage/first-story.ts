import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { TriageSearch } from './triage-search.js';

/** List and preview stand side by side, as in styles/triage.css. */
const SIDE_BY_SIDE = '(min-width: 1001px)';

/**
 * Where there is room beside the list, the first story is opened when none is chosen. It is kept in the address, so that
 * what is being read does not change when a newer one comes to the top; without a step back to the empty preview.
 */
export function useFirstStory(search: TriageSearch, first: string | undefined): void {
  const navigate = useNavigate();
  const { lane, focus, story } = search;
  useEffect(() => {
    if (story !== undefined || first === undefined || !window.matchMedia(SIDE_BY_SIDE).matches) return;
    void navigate({ to: '/triage', search: { lane, focus, story: first }, replace: true, resetScroll: false });
  }, [navigate, lane, focus, story, first]);
}
