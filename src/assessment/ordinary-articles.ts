import type { ArticleText } from '../domain/text/article-text.js';
import { asksWhetherOurs } from '../domain/routing/question.js';
import { asksWhetherHappening } from '../domain/second-opinion/missed-happening.js';
import { type ArticleAssessment, assessArticle, type Assessor } from './assess-article.js';

/**
 * The judgement as JSON of each article that tells of no happening and is none of the office's matters, of which nobody is asked either;
 * null for those that a story has to be made of, or that cannot be read.
 */
export function judgeOrdinary(articles: readonly ArticleText[], assessor: Assessor): (string | null)[] {
  return articles.map((article) => {
    try {
      const judgement = assessArticle(article, assessor);
      const { reading, route } = judgement;
      return reading.isIncident || route.inScope || mayBeAsked(judgement, assessor) ? null : JSON.stringify(judgement);
    } catch {
      // The judging meets it again, names the fault and sets the article aside.
      return null;
    }
  });
}

/** In one jurisdiction or the other, which is not known here. */
function mayBeAsked(judgement: ArticleAssessment, { rules }: Assessor): boolean {
  const { line } = rules.training.happenings;
  return (
    asksWhetherOurs(judgement, rules.bureaus.scope.voteLine) ||
    (['office', 'nation'] as const).some((jurisdiction) => asksWhetherHappening(judgement, { jurisdiction, line }))
  );
}
