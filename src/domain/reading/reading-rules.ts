import type { Level, LevelBasis } from '../level.js';
import type { Lexicon } from '../text/lexicon.js';

/** What a line of a severity table may measure: persons, yuan, hours, per cent or magnitude, by name. */
export const METRICS = [
  'deaths',
  'deathsOrMissing',
  'seriousInjuries',
  'injured',
  'poisonedOrSeriouslyInjured',
  'foodPoisoned',
  'foodPoisoningDeaths',
  'occupationalPoisoning',
  'directLossCny',
  'evacuated',
  'magnitude',
  'livesThreatened',
  'powerLossPct',
  'householdsCutOff48h',
  'burningHours',
  'participants',
  'brawlParticipants',
  'leakedPersons',
  'siteDownHours',
  'tamperHomepageHours',
  'reposts',
  'views',
] as const;
export type Metric = (typeof METRICS)[number];

/** One line: reached when the metric is `gte` or more and, where given, below `lt` (以上包括本数,以下不包括本数). */
export interface Criterion {
  metric: Metric;
  gte?: number | undefined;
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
  /** The table counts 死亡(含失踪). Where it does not, the missing lift a level provisionally only. */
  countsMissing: boolean;
  source: string;
  confidence: string;
  /** False: the wording of the source has not been read (依据待核). */
  verified: boolean;
  /** Calendar days, `2007-06-01`; `validTo` is the last day on which the row holds. */
  validFrom: string;
  validTo?: string | undefined;
}

/** `config/severity.yaml`. */
export interface SeverityRules {
  version: string;
  /** The kind whose rows serve every kind without a table of its own (crimes), and the basis then given. */
  reference: { kind: string; basis: LevelBasis; alongsideOwnTable: boolean };
  /** Whether rows of an unread source (依据待核) may give the level; otherwise they are only shown beside it. */
  unverifiedRowsGrade: boolean;
  rows: SeverityRow[];
}

/** Everything that reading an article leans on. Same article and same rules, same reading. */
export interface ReadingRules {
  severity: SeverityRules;
  lexicon: Lexicon;
}
