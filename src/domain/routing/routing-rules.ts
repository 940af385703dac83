import type { Contacts } from '../channels.js';
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
  contacts: Contacts;
  confidence: string;
  /** First and last day on which the unit answers, YYYY-MM-DD; left out: without bound. */
  validFrom?: string | undefined;
  validTo?: string | undefined;
  /** Who answers for its matters afterwards; left out: the fallback. */
  successor?: string | undefined;
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

/** How a matter may be answered, 国办发〔2016〕80号; the last two are of practice. */
export const DISPOSITIONS = [
  ...(['ADOPT_SUGGESTION', 'SOLVE_DIFFICULTY', 'INVESTIGATE_PROBLEM', 'CLARIFY'] as const),
  ...(['CORRECT_VIEW', 'REFUTE_AND_REFER', 'MONITOR_ONLY', 'TRANSFER_OUT'] as const),
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Proposes one; all that is given must hold. */
export interface DispositionRule {
  id: string;
  disposition: Disposition;
  leads?: string[] | undefined;
  focus?: Focus[] | undefined;
  happening?: boolean | undefined;
  traps?: string[] | undefined;
  when?: WordCondition | undefined;
}

/** What makes an item the office's matter: evidence is summed; with `line` and more it is in scope. */
export interface ScopeTable {
  line: number;
  /** A vote for the office from `voteLine` on counts one point, from `strongVoteLine` on two, where just these are wanting. */
  voteLine: number;
  strongVoteLine: number;
  /** What the name of a registered document weighs in the title, and at the beginning of the text. */
  document: { title: number; opening: number };
  rules: ScopeRule[];
  /** Asked of the beginning of the text, only where the title leaves the question open. */
  opening: ScopeRule[];
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
  scope: ScopeTable;
  focus: FocusRule[];
  /** In order: the first that holds. */
  disposition: DispositionRule[];
}

/** What the second opinion may say of a title: one of the focuses, or none of the office's matters. */
export type Subject = Focus | 'NONE';

/** `config/training.yaml`: invented titles by what they are about, and by whether they tell of a happening. */
export interface TrainingRules {
  version: string;
  source: string;
  examples: Record<Subject, string[]>;
  /** People are asked about a title that the rules took for no happening from `line` on, a share of the vote, 0..1. */
  happenings: { line: number; INCIDENT: string[]; OTHER: string[] };
}
