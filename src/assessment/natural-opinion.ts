import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { Examples, Opinion, SecondOpinion } from '../domain/second-opinion/second-opinion.js';
import { pairsOf } from '../domain/second-opinion/title-grams.js';

const SMOOTHING = 0.5;
/** Keeps figures from being taken for positions by the package. */
const prefixed = (pair: string): string => `#${pair}`;

/** The classifier of `natural`, on pairs of characters of short titles: the package multiplies likelihoods, which come to nothing over long texts. */
export class NaturalOpinion implements SecondOpinion {
  private readonly bayes = new BayesClassifier(undefined, SMOOTHING);
  /** Pairs of the examples by the place at which the package keeps them: the order in which they were first added. */
  private readonly places = new Map<string, number>();

  constructor(examples: Examples) {
    for (const [label, titles] of Object.entries(examples)) for (const title of titles) this.learn(title, label);
    this.bayes.train();
  }

  classify(title: string): Opinion | null {
    const places = pairsOf(title).flatMap((pair) => this.places.get(prefixed(pair)) ?? []);
    if (places.length === 0) return null;
    // Asked by places, the package needs not compare the title with its whole vocabulary. Summed as it would: from the end.
    const classes = this.bayes.classifier.getClassifications({ ...places.sort((a, b) => b - a) });
    const total = classes.reduce((sum, one) => sum + one.value, 0);
    const first = classes[0];
    return first && total > 0 ? { label: first.label, share: first.value / total } : null;
  }

  private learn(title: string, label: string): void {
    const pairs = pairsOf(title).map(prefixed);
    for (const pair of pairs) if (!this.places.has(pair)) this.places.set(pair, this.places.size);
    this.bayes.addDocument(pairs, label);
  }
}
