import type { SecondOpinion } from '../domain/second-opinion/second-opinion.js';
import type { SubjectVote } from '../domain/routing/scope-evidence.js';
import type { Subject, TrainingRules } from '../domain/routing/routing-rules.js';
import { SERVING } from './serving-opinion.js';

const OURS = 'OURS';

/** The statistical second opinion on titles: trained once from the office's own examples, the same for the same examples. */
export class SubjectClassifier {
  /** Ours or not ours, apart from which of ours: two classes of like size. */
  private readonly scope: SecondOpinion;
  private readonly focus: SecondOpinion;

  constructor({ examples }: Pick<TrainingRules, 'examples'>, train = SERVING) {
    const { NONE, ...ours } = examples;
    this.scope = train({ [OURS]: Object.values(ours).flat(), NONE });
    this.focus = train(ours);
  }

  vote(title: string): SubjectVote | null {
    const scope = this.scope.classify(title);
    if (!scope) return null;
    const subject = scope.label === OURS ? this.focus.classify(title)?.label : 'NONE';
    return subject === undefined ? null : { subject: subject as Subject, share: scope.share };
  }
}
