import { Injectable } from '@nestjs/common';
import type { ArticleText } from '../domain/reading/assessment.js';
import { provisionalLevel } from '../domain/clocks/opening.js';
import type { Tier } from '../domain/clocks/policy.js';
import type { StorySignature } from '../domain/stories/story.js';
import { METRICS, type StoryFacts, type StoryVerdict } from '../domain/stories/story-verdict.js';
import { Settings } from '../settings/settings.js';
import { type ArticleAssessment, assessArticle, type Assessor, prepareAssessor } from './assess-article.js';
import { storySignature } from './story-signature.js';

/** One article judged: what it adds to a story, and the explanation that is kept with the article. */
export interface ArticleJudgement {
  isIncident: boolean;
  verdict: StoryVerdict;
  /** Made when asked for: most articles tell of no happening and join nothing. */
  signature: () => StorySignature;
  explanation: ArticleAssessment;
}

/** Reads articles by the office's rules; the same article and rules give the same judgement. */
@Injectable()
export class ArticleAssessor {
  private readonly assessor: Assessor;

  constructor(settings: Settings) {
    this.assessor = prepareAssessor(settings.rules);
  }

  /**
   * @param articleId null when a person tells it
   * @param tier the source's tier; null when a person tells it
   * @param statedOccurredAt the time of occurrence as a person stated it
   */
  judge(
    article: ArticleText,
    articleId: string | null,
    tier: Tier | null,
    statedOccurredAt: Date | null = null,
  ): ArticleJudgement {
    const explanation = assessArticle(article, this.assessor);
    const { reading, route } = explanation;
    const occurred = statedOccurredAt
      ? { at: statedOccurredAt.toISOString(), precision: 'minute' as const, tier: null }
      : reading.occurredAt && {
          at: reading.occurredAt.at.toISOString(),
          precision: reading.occurredAt.precision,
          tier,
        };
    const { alert, level, basis, ruleId, verified, eventKind, places } = reading;
    return {
      isIncident: reading.isIncident,
      explanation,
      signature: () => storySignature(article, reading, this.assessor),
      verdict: {
        ...{ alert, level, basis, ruleId, verified, eventKind, places, occurred },
        alertLevel: alert ? provisionalLevel(level) : null,
        facts: factsOf(explanation, articleId),
        ...{ inScope: route.inScope, focus: route.focus, lead: route.lead, co: route.co },
      },
    };
  }
}

function factsOf({ reading }: ArticleAssessment, articleId: string | null): StoryFacts {
  const entries = METRICS.map((metric) => {
    const figure = reading.facts[metric];
    return [metric, figure && { value: figure.value, bound: figure.bound, span: figure.span, articleId }] as const;
  });
  return Object.fromEntries(entries) as StoryFacts;
}
