import { bandScore, rounded } from './band.js';
import type { OpinionEvidence, OpinionInput } from './opinion-input.js';
import type { Band, SpreadRules } from './opinion-rules.js';

const HOURS_BEFORE = 23;

/**
 * Growth of the last hour over the hourly mean of the 23 before it, per cent; where nothing came before, over one article, so that
 * a first article alone is no growth.
 */
export function growthPercent(input: Pick<OpinionInput, 'articlesLastHour' | 'articlesLastDay'>): number {
  const before = Math.max(0, input.articlesLastDay - input.articlesLastHour);
  const usual = before > 0 ? before / HOURS_BEFORE : 1;
  return Math.max(0, Math.round((input.articlesLastHour / Math.max(usual, 1) - 1) * 100));
}

/** How far the talk has spread: what the feeds show, or what a text states of views and reposts if that is more. */
export function spread(input: OpinionInput, rules: SpreadRules): { score: number; evidence: OpinionEvidence[] } {
  const one = (name: string, value: number, bands: readonly Band[]): OpinionEvidence => ({
    name,
    value,
    score: bandScore(bands, value),
  });
  const counted = {
    families: one('families', input.families, rules.families),
    articles: one('articles', input.articles, rules.articles),
    lastHour: one('lastHour', input.articlesLastHour, rules.lastHour),
    growth: one('growth', growthPercent(input), rules.growth),
  };
  const stated = [
    ...(input.views == null ? [] : [one('views', input.views, rules.views)]),
    ...(input.reposts == null ? [] : [one('reposts', input.reposts, rules.reposts)]),
  ];
  const shares = Object.keys(counted) as (keyof typeof counted)[];
  const seen = shares.reduce((sum, key) => sum + counted[key].score * rules.shares[key], 0);
  const score = Math.max(seen, ...stated.map((evidence) => evidence.score));
  return { score: rounded(score), evidence: [...Object.values(counted), ...stated] };
}
