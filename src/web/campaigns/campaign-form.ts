import type { CampaignView, PlanCampaign } from '../../contract/campaign.js';
import { fromField, toField } from '../clock/beijing.js';

const DAY_MS = 86_400_000;

/** What stands in the fields: times as 北京时间, a word a line. */
export interface Filled {
  name: string;
  startsAt: string;
  endsAt: string;
  words?: string;
  sources?: string[];
  lowered: boolean;
  roster?: string[];
  digestTime: string;
  reason?: string;
}

/** A new one is offered for a week from the next midnight. @param midnight epoch milliseconds */
export function emptyForm(midnight: number): Partial<Filled> {
  const window = { startsAt: toField(midnight), endsAt: toField(midnight + 7 * DAY_MS) };
  return { ...window, lowered: true, digestTime: '18:00' };
}

export function filledOf({ words, sources, roster, startsAt, endsAt, ...rest }: CampaignView): Filled {
  const { name, lowered, digestTime } = rest;
  return {
    ...{ name, lowered, digestTime, words: words.join('\n') },
    ...{ startsAt: toField(Date.parse(startsAt)), endsAt: toField(Date.parse(endsAt)) },
    sources: sources.map(({ id }) => id),
    roster: roster.map(({ accountId }) => accountId),
  };
}

/** Each word once. */
export const wordsOf = (words: string | undefined): string[] => [
  ...new Set(
    (words ?? '')
      .split('\n')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** @param before the campaign as it stands: what nobody touched keeps its seconds */
export function bodyOf(given: Filled, before: CampaignView | null): PlanCampaign {
  const instant = (field: 'startsAt' | 'endsAt') =>
    before && toField(Date.parse(before[field])) === given[field] ? before[field] : (fromField(given[field]) ?? '');
  return {
    ...{ name: given.name.trim(), lowered: given.lowered, digestTime: given.digestTime },
    ...{ startsAt: instant('startsAt'), endsAt: instant('endsAt'), words: wordsOf(given.words) },
    ...{ sources: given.sources ?? [], roster: given.roster ?? [] },
  };
}
