import { setImmediate as othersFirst } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { ArticleText, Reading } from '../domain/reading/assessment.js';
import { provisionalLevel } from '../domain/clocks/opening.js';
import { clocksStartedBy, type Policy, type Tier } from '../domain/clocks/policy.js';
import type { StorySignature } from '../domain/stories/story.js';
import { METRICS, type StoryFacts, type StoryVerdict } from '../domain/stories/story-verdict.js';
import { type ArticleAssessment, assessArticle, type Assessor, prepareAssessor } from './assess-article.js';
import { AssessmentThread } from './assessment-thread.js';
import { CurrentRules } from './current-rules.js';
import { storySignature } from './story-signature.js';

/** One article judged: what it adds to a story, and the explanation that is kept with the article. */
export interface ArticleJudgement {
  isIncident: boolean;
  verdict: StoryVerdict;
  /** Made when asked for: most articles tell of no happening and join nothing. */
  signature: () => StorySignature;
  explanation: ArticleAssessment;
}

/**
 * An article and what is known of it besides its words: its id and the source's tier, null when a person tells it; the time
 * of occurrence as a person stated it.
 */
export type ToJudge = [
  article: ArticleText,
  articleId: string | null,
  tier: Tier | null,
  statedOccurredAt?: Date | null,
];

/** Reads articles by the office's rules; the same article and rules give the same judgement. */
@Injectable()
export class ArticleAssessor {
  private made: Assessor | null = null;

  constructor(
    private readonly current: CurrentRules,
    @Optional() @Inject(AssessmentThread) private readonly thread?: AssessmentThread | null,
  ) {}

  /** The assessor of this thread, by the rules of now: made when first asked for, for all do without it where there is a thread. */
  ready(): Assessor {
    const { rules } = this.current;
    return this.made?.rules === rules ? this.made : (this.made = prepareAssessor(rules));
  }

  /** One article, here and now: for what a person tells. */
  judge(...asked: ToJudge): ArticleJudgement {
    const [article] = asked;
    const assessor = this.ready();
    const explanation = assessArticle(article, assessor);
    return this.judgementOf(asked, explanation, () => storySignature(article, explanation.reading, assessor));
  }

  /**
   * Off the event loop where the product is built; else visits and timers get their turn between two articles.
   * @throws when one of the articles cannot be judged
   */
  async judgeAll(asked: readonly ToJudge[]): Promise<ArticleJudgement[]> {
    if (this.thread) {
      const judged = await this.thread.assess(asked.map(([article]) => article));
      return judged.map(({ assessment, signature }, n) =>
        this.judgementOf(asked[n] as ToJudge, assessment, () => signature),
      );
    }
    const judgements: ArticleJudgement[] = [];
    for (const one of asked) {
      judgements.push(this.judge(...one));
      await othersFirst();
    }
    return judgements;
  }

  /** What an assessment, just made or stored with its article, adds to a story. */
  judgementOf(asked: ToJudge, explanation: ArticleAssessment, signature: () => StorySignature): ArticleJudgement {
    return judgementOf(asked, explanation, signature, this.current.policy);
  }
}

function judgementOf(
  [, articleId, tier, statedOccurredAt]: ToJudge,
  explanation: ArticleAssessment,
  signature: () => StorySignature,
  policy: Policy,
): ArticleJudgement {
  const { reading, route } = explanation;
  const occurred = statedOccurredAt
    ? { at: statedOccurredAt.toISOString(), precision: 'minute' as const, tier }
    : reading.occurredAt && {
        at: reading.occurredAt.at.toISOString(),
        precision: reading.occurredAt.precision,
        tier,
      };
  const { alert, level, basis, ruleId, verified, eventKind, places } = reading;
  return {
    isIncident: reading.isIncident,
    explanation,
    signature,
    verdict: {
      ...{ alert, level, basis, ruleId, verified, eventKind, places, occurred },
      ...alertOf(reading, policy),
      facts: factsOf(explanation, articleId),
      ...{ inScope: route.inScope, focus: route.focus, lead: route.lead, co: route.co },
      disposition: route.disposition?.answer ?? null,
    },
  };
}

/** The level of an alert by what starts clocks, apart from the one by a table that the office has not adopted. */
function alertOf({ alert, level, basis, ruleId, verified }: Reading, policy: Policy) {
  if (!alert) return { alertLevel: null };
  const told = provisionalLevel(level);
  const starts = clocksStartedBy(policy, told, basis ?? 'REFERENCE').length > 0;
  const alertOn = { basis, ruleId, verified };
  return starts ? { alertLevel: told, alertOn } : { alertLevel: null, ownAlertLevel: told, alertOn };
}

function factsOf({ reading }: ArticleAssessment, articleId: string | null): StoryFacts {
  const entries = METRICS.map((metric) => {
    const figure = reading.facts[metric];
    return [metric, figure && { value: figure.value, bound: figure.bound, span: figure.span, articleId }] as const;
  });
  return Object.fromEntries(entries) as StoryFacts;
}
