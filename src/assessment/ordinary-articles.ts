import type { ArticleText } from '../domain/text/article-text.js';
import { assessArticle, type Assessor } from './assess-article.js';

/** The judgement as JSON of each article that tells of no happening; null for those that do, or that cannot be read. */
export function judgeOrdinary(articles: readonly ArticleText[], assessor: Assessor): (string | null)[] {
  return articles.map((article) => {
    try {
      const judgement = assessArticle(article, assessor);
      return judgement.reading.isIncident ? null : JSON.stringify(judgement);
    } catch {
      // The judging meets it again, names the fault and sets the article aside.
      return null;
    }
  });
}
