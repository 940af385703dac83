/** What an item may be about, 总局方案(2017-06-02)三(二). */
export type Focus = 'MAJOR_POLICY' | 'PUBLIC_INTEREST' | 'IMAGE_CREDIBILITY' | 'MAJOR_EMERGENCY';

export const FOCUSES: readonly Focus[] = ['MAJOR_POLICY', 'PUBLIC_INTEREST', 'IMAGE_CREDIBILITY', 'MAJOR_EMERGENCY'];

/**
 * Words that must stand in a text: of every list in `all` at least one, of `none` not one.
 * A word `@name` stands for all words of that set.
 */
export interface WordCondition {
  all: string[][];
  none?: string[] | undefined;
}

/** One unit of the organisation in force on the date of the file. */
export interface BureauUnit {
  code: string;
  nameZh: string;
  nameEn: string;
  duty: string;
  /** Words that make an item theirs, and words that only add to it. */
  strong: string[];
  support: string[];
  /** Words that speak against this unit. */
  exclusions?: string[] | undefined;
  contacts: { email?: string | undefined; webhook?: string | undefined };
  confidence: string;
}

/** A fixed rule that goes before the score: names the lead, adds co-organisers, or both. */
export interface CrossRule {
  id: string;
  when: WordCondition;
  lead?: string | undefined;
  co: string[];
}

/** Evidence that an item is the office's matter; the item is in scope when its evidence reaches the line of the file. */
export interface ScopeRule {
  id: string;
  weight: number;
  /** The unit that answers for such matters where no unit's own words speak. */
  lead?: string | undefined;
  when: WordCondition;
}

export interface FocusRule {
  id: string;
  focus: Focus;
  /** Only for items led by one of these units. */
  leads?: string[] | undefined;
  when: WordCondition;
}

/** `config/bureaus.yaml`. */
export interface BureauRules {
  version: string;
  asOf: string;
  source: string;
  weights: { strong: number; support: number; title: number; least: number; maxCo: number };
  fallback: string;
  /** Unit that joins whenever persons came to harm. */
  casualties: string;
  units: BureauUnit[];
  sets: Record<string, string[]>;
  /** Words in which a listed word means nothing: 电视塔 is no 电视. */
  idle: string[];
  cross: CrossRule[];
  /** A vote for the office from `voteLine` on counts one point, from `strongVoteLine` on two, where just these are wanting. */
  scope: { line: number; voteLine: number; strongVoteLine: number; rules: ScopeRule[] };
  focus: FocusRule[];
}

/** What the second opinion may say of a title: one of the focuses, or none of the office's matters. */
export type Subject = Focus | 'NONE';

/** `config/training.yaml`: invented titles by what they are about. */
export interface TrainingRules {
  version: string;
  source: string;
  examples: Record<Subject, string[]>;
}
