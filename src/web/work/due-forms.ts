import type { ClockView } from '../../contract/clock.js';
import { isOpenClock } from '../clock/countdown.js';

export type DueForm = 'release' | 'conference';

/** The records that answer the duties still open, the one that is due first in front. */
export function dueForms(clocks: readonly Pick<ClockView, 'kind' | 'state'>[]): DueForm[] {
  const open = clocks.filter(isOpenClock).map(({ kind }) => kind);
  const release = open.includes('statement_5h') || open.includes('other_48h');
  return [
    ...(release ? (['release'] as const) : []),
    ...(open.includes('press_conference_24h') ? (['conference'] as const) : []),
  ];
}
