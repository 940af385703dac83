import type { Subject, TrainingRules } from '../routing/routing-rules.js';

/** A title and what people decided that it is about. */
export interface DecidedTitle {
  title: string;
  subject: Subject;
}

/**
 * The shipped examples with what people decided since; of a title decided twice the first one given counts, before the shipped.
 * @param digest of the decisions, which becomes part of the version
 */
export function withDecided(shipped: TrainingRules, decided: readonly DecidedTitle[], digest: string): TrainingRules {
  if (decided.length === 0) return shipped;
  const subjects = new Map<string, Subject>();
  for (const { title, subject } of decided) if (!subjects.has(title)) subjects.set(title, subject);
  const examples = Object.fromEntries(
    Object.entries(shipped.examples).map(([subject, titles]) => [
      subject,
      [
        ...titles.filter((title) => !subjects.has(title)),
        ...[...subjects].flatMap(([title, about]) => (about === subject ? [title] : [])),
      ],
    ]),
  ) as TrainingRules['examples'];
  return { ...shipped, version: `${shipped.version}+${digest}`, examples };
}
