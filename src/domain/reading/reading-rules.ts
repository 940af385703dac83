import type { Level, LevelBasis } from '../level.js';
import type { Lexicon } from '../text/lexicon.js';

/** What a line of a severity table may measure: persons, yuan, hours, per cent or magnitude, by name. */
export const FACT_METRICS = [
  'deaths',
  'deathsOrMissing',
  'seriousInjuries',
  'injured',
  'poisonedOrSeriouslyInjured',
  'foodPoisoned',
  'foodPoisoningDeaths',
  'directLossCny',
  'evacuated',
  'magnitude',
] as const;

/** Metrics beside the casualties, each read from the text with its literal span where a table of the kind asks for it. */
export const QUANTITIES = [
  'livesThreatened',
  'participants',
  'brawlParticipants',
  'occupationalPoisoned',
  'occupationalDeaths',
  'cases',
  'strandedPersons',
  'strandedHours',
  'derailedCars',
  'cutHours',
  'burningHours',
  'households',
  'powerLossPct',
  'shipTonnes',
  'boilerMegawatts',
  'leakedPersons',
  'siteDownHours',
  'tamperHours',
  'reposts',
  'views',
] as const;

export const METRICS = [...FACT_METRICS, ...QUANTITIES] as const;
export type Quantity = (typeof QUANTITIES)[number];
export type Metric = (typeof METRICS)[number];

/** One line: reached when the metric is `gte` or more and, where given, below `lt` (以上包括本数,以下不包括本数). */
export interface Criterion {
  metric: Metric;
  gte?: number | undefined;
  lt?: number | undefined;
}

/** Reached when the text says in words what `circumstances` lists under this id. */
export interface Said {
  said: string;
}

export type Condition = Criterion | Said;
/** One way to reach a row: a condition, or several that must hold together. */
export type Line = Condition | { all: Condition[] };

export function conditionsOf(line: Line): Condition[] {
  return 'all' in line ? line.all : [line];
}

/** What a text may say without a number; `…` in a word stands for up to 16 characters of the same sentence. */
export interface CircumstanceWords {
  id: string;
  name: { zh: string; en: string };
  words: string[];
}

/** One row of `config/severity.yaml`. */
export interface SeverityRow {
  id: string;
  category: string;
  kind: string;
  level: Level;
  text: string;
  /** Empty only where `byPerson` holds. */
  anyOf: Line[];
  /** Nothing of the row can be read from a text: a person judges. */
  byPerson?: boolean | undefined;
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
  circumstances: CircumstanceWords[];
  rows: SeverityRow[];
  internal: InternalTable;
}

/** The office's own table for its own kinds of happening: no law grades them. Not adopted, its levels start no clock. */
export interface InternalTable {
  basis: 'INTERNAL';
  adopted: { by: string; on: string } | null;
  citation: string;
  rows: SeverityRow[];
}

/** Everything that reading an article leans on. Same article and same rules, same reading. */
export interface ReadingRules {
  severity: SeverityRules;
  lexicon: Lexicon;
}
