import { PURGE_LISTS } from '../../contract/purge-list.js';
import type { PurgeCaseQuery } from '../../contract/personal-data.js';

export const PERSONAL_VIEWS = [...PURGE_LISTS, 'runs'] as const;
export type PersonalView = (typeof PERSONAL_VIEWS)[number];

/** What the page shows, kept in the address: one list of cases narrowed by words, or the runs. */
export interface PersonalSearch {
  show?: Exclude<PersonalView, 'due'>;
  q?: string;
}

const LONGEST = 100;

/** Reads the address; what it does not know is left out. A router reads `?q=2026` as a number. */
export function readPersonalSearch(search: Record<string, unknown>): PersonalSearch {
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim() : '';
  const show = PERSONAL_VIEWS.find((one) => one === search.show);
  return {
    show: show === 'due' ? undefined : show,
    q: q === '' || q.length > LONGEST ? undefined : q,
  };
}

/** The query of one page of cases. */
export function casesQueryOf(show: PurgeCaseQuery['show'], q: string | undefined, cursor: string | null): string {
  return new URLSearchParams({ show, ...(q !== undefined && { q }), ...(cursor !== null && { cursor }) }).toString();
}
