import type { DocumentView } from '../../contract/document.js';

/** What the list is narrowed to; kept in the address, absent when not narrowed. */
export interface Narrowed {
  /** Words parted by blanks; each must stand in the title, a short title, the number, the source or the bureau's name. */
  q?: string;
  inForceOnly?: true;
}

/** Reads the address; what it does not know is left out. Numbers too: a router reads `?q=61` as one. */
export function readNarrowed({ q, inForceOnly }: Record<string, unknown>): Narrowed {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 100) : '';
  return {
    q: words === '' ? undefined : words,
    inForceOnly: inForceOnly === true ? true : undefined,
  };
}

export type Standing = 'always' | 'from' | 'until' | 'ended' | 'notYet';

/** How an entry stands on a day, and the day that bounds it next. */
export function standingOf({ validFrom, validTo }: DocumentView, today: string): { standing: Standing; day: string } {
  if (validTo && validTo < today) return { standing: 'ended', day: validTo };
  if (validFrom && validFrom > today) return { standing: 'notYet', day: validFrom };
  if (validTo) return { standing: 'until', day: validTo };
  return validFrom ? { standing: 'from', day: validFrom } : { standing: 'always', day: '' };
}
