import type { ArticleText } from '../domain/text/article-text.js';
import type { StorySignature } from '../domain/stories/story.js';
import type { ArticleAssessment } from './assess-article.js';

/** What the thread of assessments is asked: all of some articles, or a first look that answers for the ordinary ones alone. */
export type ToAssessor = { assess: readonly ArticleText[] } | { firstLook: readonly ArticleText[] };

export interface AssessedArticle {
  assessment: ArticleAssessment;
  signature: StorySignature;
}

/** Answers in order; the fault when one of the articles could not be assessed. */
export type FromAssessor = { assessed: AssessedArticle[] } | { firstLook: (string | null)[] } | { fault: unknown };
