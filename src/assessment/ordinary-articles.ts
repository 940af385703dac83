import type { ArticleText } from '../domain/text/article-text.js';
import { assessArticle, type Assessor } from './assess-article.js';

/**
 * The judgement as JSON of each article that tells of no happening and is none of the office's matters; null for those that a story
 * has to be made of, or that cannot be read.
 */
export function judgeOrdinary(articles: readonly ArticleText[], assessor: Assessor): (string | null)[] {
  return articles.map((article) => {
    try {
      const judgement = assessArticle(article, assessor);
      return judgement.reading.isIncident || judgement.route.inScope ? null : JSON.stringify(judgement);
    } catch {
      // The judging meets it again, names the fault and sets the article aside.
      return null;
    }
  });
}
