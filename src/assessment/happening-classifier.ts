import type { TrainingRules } from '../domain/routing/routing-rules.js';
import type { SecondOpinion } from '../domain/second-opinion/second-opinion.js';
import { SERVING } from './serving-opinion.js';

const INCIDENT = 'INCIDENT';

/** The statistical second opinion on whether a title tells of a happening: the same for the same examples. */
export class HappeningClassifier {
  private readonly opinion: SecondOpinion;

  constructor({ happenings }: Pick<TrainingRules, 'happenings'>, train = SERVING) {
    this.opinion = train({ [INCIDENT]: happenings.INCIDENT, OTHER: happenings.OTHER });
  }

  /** The share of the vote for a happening, 0..1; 0 when the title holds nothing that the examples know. */
  vote(title: string): number {
    const said = this.opinion.classify(title);
    if (!said) return 0;
    return said.label === INCIDENT ? said.share : 1 - said.share;
  }
}
