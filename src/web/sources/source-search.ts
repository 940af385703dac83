import type { SourceHealth, SourceView } from '../../contract/source.js';

export const TIERS = ['core', 'regular', 'wide'] as const;
export type Tier = SourceView['tier'];

/** In the order in which they need a hand: findings, then what has yet to show itself, then the rest. */
export const HEALTHS = ['blind', 'failing', 'silent', 'waiting', 'ok', 'paused'] as const satisfies SourceHealth[];

/** What the list is narrowed to; kept in the address, absent when not narrowed. */
export interface SourceSearch {
  health?: SourceHealth;
  tier?: Tier;
  folder?: string;
  /** Words sought in name, code, address, publisher and folder; all must be found. */
  q?: string;
  /** From 1. */
  page?: number;
}

const word = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 100) : '';
  return text === '' ? undefined : text;
};

/** Reads the address; what it does not know is left out. */
export function readSearch(search: Record<string, unknown>): SourceSearch {
  const page = Number(search.page);
  return {
    health: HEALTHS.find((one) => one === search.health),
    tier: TIERS.find((one) => one === search.tier),
    folder: word(search.folder),
    q: word(search.q),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  };
}
