import type { Show } from './board-order.js';

const SHOWS: readonly Show[] = ['overdue', 'soon', 'unsigned'];

/** Reads the address; what it does not know is left out. */
export const readBoardSearch = (search: Record<string, unknown>): { show?: Show; campaign?: string } => ({
  show: SHOWS.find((one) => one === search.show),
  ...(typeof search.campaign === 'string' && { campaign: search.campaign }),
});
