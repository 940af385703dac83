import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { SubjectVote } from '../domain/routing/routing.js';
import type { Subject, TrainingRules } from '../domain/routing/routing-rules.js';

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

const OURS = 'OURS';

class Bayes {
  private readonly bayes = new BayesClassifier(undefined, SMOOTHING);
  /** Pairs of the examples by the place at which the package keeps them: the order in which they were first added. */
  private readonly places = new Map<string, number>();

  learn(titles: readonly string[], label: string): void {
    for (const title of titles) {
      const pairs = pairsOf(title);
      for (const pair of pairs) if (!this.places.has(pair)) this.places.set(pair, this.places.size);
      this.bayes.addDocument(pairs, label);
    }
  }

  train(): void {
    this.bayes.train();
  }

  /** Most likely label and its share; null when the title holds nothing the examples know. */
  classify(title: string): { label: string; share: number } | null {
    const places = pairsOf(title).flatMap((pair) => this.places.get(pair) ?? []);
    if (places.length === 0) return null;
    // Asked by places, the package needs not compare the title with its whole vocabulary. Summed as it would: from the end.
    const classes = this.bayes.classifier.getClassifications({ ...places.sort((a, b) => b - a) });
    const total = classes.reduce((sum, one) => sum + one.value, 0);
    const first = classes[0];
    return first && total > 0 ? { label: first.label, share: first.value / total } : null;
  }
}

/** The statistical second opinion on titles: trained once from the office's own examples, the same for the same examples. */
export class SubjectClassifier {
  /** Ours or not ours: two classes of like size, because the package favours small ones. */
  private readonly scope = new Bayes();
  private readonly focus = new Bayes();

  constructor({ examples }: TrainingRules) {
    for (const [subject, titles] of Object.entries(examples)) {
      this.scope.learn(titles, subject === 'NONE' ? 'NONE' : OURS);
      if (subject !== 'NONE') this.focus.learn(titles, subject);
    }
    this.scope.train();
    this.focus.train();
  }

  vote(title: string): SubjectVote | null {
    const scope = this.scope.classify(title);
    if (!scope) return null;
    const subject = scope.label === OURS ? this.focus.classify(title)?.label : 'NONE';
    return subject === undefined ? null : { subject: subject as Subject, share: scope.share };
  }
}
