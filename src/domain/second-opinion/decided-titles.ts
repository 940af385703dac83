import type { Subject, TrainingRules } from '../routing/routing-rules.js';

/** A title and what people decided: what it is about, and whether it is a happening; null where they said nothing of it. */
export interface DecidedTitle {
  title: string;
  subject: Subject | null;
  happening: 'INCIDENT' | 'OTHER' | null;
}

/**
 * The shipped examples with what people decided since; of a title decided twice the first one given counts, before the shipped.
 * @param digest of the decisions, which becomes part of the version
 */
export function withDecided(shipped: TrainingRules, decided: readonly DecidedTitle[], digest: string): TrainingRules {
  if (decided.length === 0) return shipped;
  const { line, ...happenings } = shipped.happenings;
  return {
    ...shipped,
    version: `${shipped.version}+${digest}`,
    examples: overruled(shipped.examples, firstOf(decided, 'subject')),
    happenings: { line, ...overruled(happenings, firstOf(decided, 'happening')) },
  };
}

function firstOf(decided: readonly DecidedTitle[], of: 'subject' | 'happening'): Map<string, string> {
  const labels = new Map<string, string>();
  for (const one of decided) {
    const label = one[of];
    if (label !== null && !labels.has(one.title)) labels.set(one.title, label);
  }
  return labels;
}

function overruled<Label extends string>(
  examples: Record<Label, string[]>,
  labels: ReadonlyMap<string, string>,
): Record<Label, string[]> {
  const classes = Object.entries<string[]>(examples).map(([label, titles]) => [
    label,
    [
      ...titles.filter((title) => !labels.has(title)),
      ...[...labels].flatMap(([title, as]) => (as === label ? [title] : [])),
    ],
  ]);
  return Object.fromEntries(classes) as Record<Label, string[]>;
}
