import { resolve } from 'node:path';
import { HashedBayes } from '../domain/second-opinion/hashed-bayes.js';
import { loadRules } from '../settings/rules.js';
import { NaturalOpinion } from './natural-opinion.js';
import { SubjectClassifier } from './subject-classifier.js';

const { training } = loadRules(resolve(__dirname, '../../config'));
const titles = Object.values(training.examples).flat();

describe('the package that the own classifier was measured against', () => {
  test('both know their own examples, and agree where both are sure', () => {
    const [own, reference] = [new HashedBayes(training.examples), new NaturalOpinion(training.examples)];
    const sure = titles.filter(
      (title) => (own.classify(title)?.share ?? 0) > 0.9 && (reference.classify(title)?.share ?? 0) > 0.9,
    );
    const agreed = sure.filter((title) => own.classify(title)?.label === reference.classify(title)?.label);
    // Enough of them to compare on: the more near misses are taught, the fewer titles either is sure of.
    expect(sure.length).toBeGreaterThan(titles.length / 4);
    expect(agreed.length / sure.length).toBeGreaterThan(0.8);
  });

  test('either can serve as second opinion', () => {
    const reference = new SubjectClassifier(training, (examples) => new NaturalOpinion(examples));
    expect(reference.vote('总局规范短剧备案')?.subject).toBe(
      new SubjectClassifier(training).vote('总局规范短剧备案')?.subject,
    );
  });
});
