import type { CampaignView } from '../../contract/campaign.js';

/** In the order in which they matter. */
export const PHASES = ['running', 'ahead', 'over', 'called_off'] as const satisfies CampaignView['phase'][];
export type Phase = (typeof PHASES)[number];

/** What the list is narrowed to; kept in the address, absent when not narrowed. */
export interface CampaignSearch {
  phase?: Phase;
  /** Words of the name. */
  q?: string;
}

/** Reads the address; what it does not know is left out. Numbers too: a router reads `?q=2027` as one. */
export function readCampaignSearch({ phase, q }: Record<string, unknown>): CampaignSearch {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 100) : '';
  return { phase: PHASES.find((one) => one === phase), q: words === '' ? undefined : words };
}

/** The query of one page, as the api takes it. */
export function queryOf({ phase, q }: CampaignSearch, cursor: string | null): string {
  const given = { ...(phase && { phase }), ...(q && { q }), ...(cursor !== null && { cursor }) };
  return new URLSearchParams(given).toString();
}

/** Running ones first, those ahead by their beginning, those over or called off with the last one first. */
export function inOrder(campaigns: readonly CampaignView[]): CampaignView[] {
  const key = ({ phase, startsAt, endsAt }: CampaignView) =>
    phase === 'ahead' ? Date.parse(startsAt) : phase === 'running' ? Date.parse(endsAt) : -Date.parse(endsAt);
  return [...campaigns].sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || key(a) - key(b));
}
