import type { Campaign } from '../campaigns/campaign-rows.js';

/** A judgement as it is kept, with the campaigns in force that it was made under; without any it stays as it is. */
export function withCampaigns<T extends object>(judgement: T, campaigns: readonly Campaign[]): T {
  if (campaigns.length === 0) return judgement;
  return {
    ...judgement,
    campaigns: campaigns.map(({ id, version, name, lowered }) => ({ id, version, name, lowered })),
  };
}
