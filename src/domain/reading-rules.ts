import type { Level, LevelBasis } from './level.js';

/** What a line of a severity table may measure. Persons, yuan, hours or magnitude, by name. */
export type Metric =
  | 'deaths'
  | 'deathsOrMissing'
  | 'seriousInjuries'
  | 'injured'
  | 'poisoned'
  | 'poisonedOrSeriouslyInjured'
  | 'directLossCny'
  | 'magnitude';

/** One line: reached when the metric is `gte` or more and, where given, below `lt` (以上包括本数,以下不包括本数). */
export interface Criterion {
  metric: Metric;
  gte: number;
  lt?: number | undefined;
}

/** One row of `config/severity.yaml`. */
export interface SeverityRow {
  id: string;
  category: string;
  kind: string;
  level: Level;
  text: string;
  anyOf: Criterion[];
  countsMissing: boolean;
  source: string;
  confidence: string;
  verified: boolean;
  validFrom: string;
  validTo?: string | undefined;
}

export interface SeverityRules {
  version: string;
  /** The kind whose rows serve every kind without a table of its own, and the basis then given. */
  reference: { kind: string; basis: LevelBasis };
  rows: SeverityRow[];
}
