import type { NewArticle } from './article-identity.js';

/**
 * The judging's first look at new articles, before they are stored. Nearly all tell of no happening and of none of the office's
 * matters: these are stored judged, at once. The others are left to the judging, which alone joins stories and opens incidents.
 */
export abstract class FirstReading {
  /**
   * @param fetchedAt what an undated article is read by
   * @returns for each article, in order: the judgement as JSON, or null when it is left to the judging
   */
  abstract of(articles: readonly NewArticle[], fetchedAt: Date): Promise<(string | null)[]>;
}
