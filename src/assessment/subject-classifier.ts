import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { SubjectVote } from '../domain/routing.js';
import type { Subject, TrainingRules } from '../domain/routing-rules.js';

/** Longer titles are cut: the package multiplies likelihoods, which come to nothing over long texts. */
const LONGEST_TITLE = 40;
const SMOOTHING = 0.5;
const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu;

/** Pairs of neighbouring characters; the prefix keeps figures from being taken for positions by the package. */
function pairsOf(title: string): string[] {
  const runs = title.normalize('NFKC').toLowerCase().slice(0, LONGEST_TITLE).match(RUNS) ?? [];
  const pairs = runs.flatMap((run) =>
    Array.from({ length: Math.max(run.length - 1, 0) }, (_, at) => `#${run.slice(at, at + 2)}`),
  );
  return [...new Set(pairs)];
}

/** The statistical second opinion on titles: trained once from the office's own examples, the same for the same examples. */
export class SubjectClassifier {
  private readonly bayes = new BayesClassifier(undefined, SMOOTHING);
  private readonly known = new Set<string>();

  constructor(training: TrainingRules) {
    for (const [subject, titles] of Object.entries(training.examples)) {
      for (const title of titles) this.learn(title, subject);
    }
    this.bayes.train();
  }

  /** Null when the title holds nothing the examples know. */
  vote(title: string): SubjectVote | null {
    const pairs = pairsOf(title).filter((pair) => this.known.has(pair));
    if (pairs.length === 0) return null;
    const classes = this.bayes.getClassifications(pairs);
    const total = classes.reduce((sum, one) => sum + one.value, 0);
    const none = classes.find((one) => one.label === 'NONE')?.value ?? 0;
    const first = classes.find((one) => one.label !== 'NONE');
    if (total === 0 || !first) return null;
    const ours = 1 - none / total;
    return ours >= 0.5 ? { subject: first.label as Subject, share: ours } : { subject: 'NONE', share: 1 - ours };
  }

  private learn(title: string, subject: string): void {
    const pairs = pairsOf(title);
    for (const pair of pairs) this.known.add(pair);
    this.bayes.addDocument(pairs, subject);
  }
}
