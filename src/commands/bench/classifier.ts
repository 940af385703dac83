import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NaturalOpinion } from '../../assessment/natural-opinion.js';
import { SubjectClassifier } from '../../assessment/subject-classifier.js';
import { HashedBayes } from '../../domain/second-opinion/hashed-bayes.js';
import type { Examples, Training } from '../../domain/second-opinion/second-opinion.js';
import { loadRules } from '../../settings/rules.js';
import { cpuTimes } from './cpu-times.js';
import { type BenchPlace, type Figure, rounded } from './figure.js';
import { generatedArticle } from './generated-archive.js';
import { routingTitles } from './public-texts.js';

const FOLDS = 5;
const MANY = 10_000;
const KINDS: Record<string, Training> = {
  'own hashed Bayes': (examples) => new HashedBayes(examples),
  natural: (examples) => new NaturalOpinion(examples),
};

/** Share of held-back titles that get their class; every fifth is held back in turn. */
function crossValidated(examples: Examples, train: Training): number {
  let right = 0;
  let all = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const kept = (held: boolean) =>
      Object.entries(examples).map(
        ([label, titles]) => [label, titles.filter((_, n) => (n % FOLDS === fold) === held)] as const,
      );
    const opinion = train(Object.fromEntries(kept(false)));
    for (const [label, titles] of kept(true)) {
      all += titles.length;
      right += titles.filter((title) => opinion.classify(title)?.label === label).length;
    }
  }
  return rounded(right / all);
}

/** Milliseconds and megabytes of loading and training it, in a process of its own. */
function loading(file: string, name: string, rulesFile: string, root: string): { loadMs: number; loadMb: number } {
  const script = `
    const { loadRules } = await import(${JSON.stringify(rulesFile)});
    const { training } = loadRules(${JSON.stringify(join(root, 'config'))});
    globalThis.gc?.();
    const before = [process.cpuUsage(), process.memoryUsage().rss];
    const made = await import(${JSON.stringify(file)});
    globalThis.kept = new made.${name}(training.examples);
    const { user, system } = process.cpuUsage(before[0]);
    console.log(JSON.stringify({ loadMs: (user + system) / 1000, loadMb: (process.memoryUsage().rss - before[1]) / 2 ** 20 }));`;
  const told = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  const { loadMs, loadMb } = JSON.parse(told) as { loadMs: number; loadMb: number };
  return { loadMs: Math.round(loadMs), loadMb: Math.round(loadMb) };
}

/** So many titles of their own language in classes of like size: what confirmations of years come to. */
function manyExamples(count: number): Examples {
  const titles = Array.from({ length: count }, (_, n) => generatedArticle(n).title);
  return { ours: titles.filter((_, n) => n % 2 === 0), others: titles.filter((_, n) => n % 2 === 1) };
}

function* speed(name: string, examples: Examples, titles: readonly string[]): Iterable<Figure> {
  const opinions = Object.values(KINDS).map((train) => train(examples));
  const [ours = 0, theirs = 0] = cpuTimes(opinions.map((one) => () => titles.forEach((title) => one.classify(title))));
  const each = (ms: number): number => rounded((ms * 1_000) / titles.length);
  yield {
    name,
    microsPerTitle: each(ours),
    reference: 'natural',
    referenceMicros: each(theirs),
    ratio: rounded(theirs / ours),
  };
}

/**
 * The own hashed naive Bayes against that of `natural`: accuracy by cross-validation on the shipped examples, time, memory; on the
 * public routing set where it is at hand.
 */
export async function* benchClassifier(_args: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  const { training } = loadRules(join(root, 'config'));
  const { NONE, ...ours } = training.examples;
  const scope = { OURS: Object.values(ours).flat(), NONE };
  const { INCIDENT, OTHER } = training.happenings;
  const built = (file: string): string => pathToFileURL(join(root, 'dist/src', file)).href;
  const files = {
    'own hashed Bayes': ['domain/second-opinion/hashed-bayes.js', 'HashedBayes'],
    natural: ['assessment/natural-opinion.js', 'NaturalOpinion'],
  };
  for (const [name, train] of Object.entries(KINDS)) {
    const [file = '', made = ''] = files[name as keyof typeof files];
    yield {
      name,
      focusAccuracy: crossValidated(ours, train),
      scopeAccuracy: crossValidated(scope, train),
      happeningAccuracy: crossValidated({ INCIDENT, OTHER }, train),
      ...loading(built(file), made, built('settings/rules.js'), root),
      ...onRoutingSet(root, new SubjectClassifier(training, train)),
    };
  }
  yield* speed('titles, shipped examples', scope, Object.values(training.examples).flat());
  yield* speed(
    'titles, a thousand examples',
    manyExamples(1_000),
    Array.from({ length: 200 }, (_, n) => generatedArticle(MANY + n).title),
  );
}

/** Whether the vote alone tells what is the office's matter, and its focus. */
function onRoutingSet(root: string, classifier: SubjectClassifier): Record<string, number> {
  const items = routingTitles(root);
  if (items.length === 0) return {};
  const right = items.filter(
    ({ title, inScope }) => ((classifier.vote(title)?.subject ?? 'NONE') !== 'NONE') === inScope,
  );
  const focused = items.filter(({ inScope, focus }) => inScope && focus.length > 0);
  const rightFocus = focused.filter(({ title, focus }) => focus.includes(classifier.vote(title)?.subject ?? ''));
  return {
    publicScopeAccuracy: rounded(right.length / items.length),
    publicFocusAccuracy: rounded(rightFocus.length / focused.length),
  };
}
