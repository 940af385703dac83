import type { Level, LevelBasis } from '../level.js';
import type { Bound, Marked, Phase, Precision, Reading, Scope } from '../reading/assessment.js';
import type { FigureName, NextLine } from '../reading/next-lines.js';
import { QUANTITIES } from '../reading/reading-rules.js';
import type { Route } from '../routing/routing.js';
import type { Disposition, Focus, Subject } from '../routing/routing-rules.js';
import type { Quote } from './quote.js';

/** A judgement as it is stored: plain JSON. */
export interface Judgement {
  version: string | null;
  /** `said`: the words of the time; left out by code that did not keep them. */
  reading: Omit<Reading, 'occurredAt'> & { occurredAt: { at: string; precision: Precision; said?: Marked } | null };
  route: Route;
  /** The second opinion's share for a happening that the rules did not see; left out by code that did not ask it. */
  missed?: number | null;
}

/** In the order in which they are told. */
export const FIGURES = [
  ...(['deaths', 'missing', 'seriousInjuries', 'injuries', 'poisoned'] as const),
  ...(['evacuated', 'economicLossYuan', 'magnitude'] as const),
  ...QUANTITIES,
] as const satisfies readonly FigureName[];

export interface FigureReason {
  name: FigureName;
  value: number;
  bound: Bound;
  /** 0..1; null where the reading states none. */
  confidence: number | null;
  rests: Quote;
}

/** One row of the tables that the figures reach, or the grade the text gives (`ruleId` OFFICIAL). */
export interface GradeReason {
  ruleId: string;
  level: Level;
  basis: LevelBasis;
  /** Kind, wording and source of the row; null where the rules in force have no such row. */
  kind: string | null;
  text: string | null;
  source: string | null;
  verified: boolean;
  provisional: boolean;
  /** False: shown, but no level rests on it (依据待核). */
  counts: boolean;
  /** The level of the article is this one. */
  chosen: boolean;
  /** The figures that reach the row, and what is said in words. */
  figures: FigureName[];
  said: string[];
}

/** What an alert asks for, in the order asked. */
export type AlertCheck = 'happening' | 'ours' | 'current' | 'serious' | 'told';

export interface RuleMet {
  rule: string;
  weight: number | null;
  rests: Quote[];
}

/** How the lead was found, in the order of the rules. */
export type LeadBy = 'document' | 'cross' | 'score' | 'duty' | 'fallback';

export interface UnitReason {
  code: string;
  score: number;
  rests: Quote[];
}

/** What holds the article back from a level, an alert or the office's field. */
export interface Veto {
  by: 'trap' | 'phase' | 'place' | 'unverified' | 'foreign';
  /** The trap, phase, scope or rule. */
  what: string;
  rests: Quote[];
}

/** What the answer would be if these words did not stand there, judged anew without them. */
export interface WithoutWords {
  without: 'trap' | 'phase' | 'place';
  rests: Quote[];
  becomes: { isIncident: boolean; trap: string | null; phase: Phase | null; level: Level | null; alert: boolean };
}

/** Words that would bring the article into the office's field, or whose absence would take it out. */
export interface ScopeStep {
  rule: string;
  weight: number;
  /** `add`: with any of `words` more; `drop`: without the words the rule rests on. */
  how: 'add' | 'drop';
  words: string[];
}

/** A registered policy document that the article names. */
export interface DocumentReason {
  id: string;
  title: string;
  number: string | null;
  bureau: string;
  rests: Quote[];
}

/** Why an article was judged as it was: for each question the answer, the rules, and the words it rests on. */
export interface Explanation {
  version: string | null;
  /** `vote`: the share of the second opinion for a happening where the rules saw none, 0..1; null where it was not heard. */
  happening: {
    answer: boolean;
    because: 'words' | 'trap' | 'no_words' | 'no_harm';
    rests: Quote[];
    vote: number | null;
  };
  trap: { id: string; rests: Quote[] } | null;
  kind: { answer: string | null; tables: string[]; rests: Quote[] };
  place: { places: string[]; scope: Scope; rests: Quote[] };
  /** Without quotes the date decides, or nothing speaks against news of now. */
  phase: { answer: Phase | null; rests: Quote[] };
  occurred: { at: string; precision: Precision; rests: Quote[] } | null;
  figures: FigureReason[];
  /** What the tables ask for and the text says without a number. */
  said: { id: string; rests: Quote }[];
  level: { answer: Level | null; basis: LevelBasis | null; provisional: boolean; grave: Quote[]; official: Quote[] };
  grades: GradeReason[];
  alert: { answer: boolean; checks: { check: AlertCheck; holds: boolean }[] };
  scope: { answer: boolean; evidence: number; line: number; rules: RuleMet[] };
  units: {
    lead: string | null;
    co: string[];
    by: LeadBy | null;
    documents: DocumentReason[];
    rules: RuleMet[];
    scores: UnitReason[];
  };
  focus: (RuleMet & { focus: Focus })[];
  disposition: { answer: Disposition; rules: RuleMet[] } | null;
  /** Asked only when the words leave the scope a point or two short. `tipped`: it brought the article into the field. */
  secondOpinion: { subject: Subject; share: number; tipped: boolean } | null;
  vetoes: Veto[];
  /** `lines`: for each figure the nearest value at which the level would be another. */
  wouldChange: { lines: NextLine[]; words: WithoutWords[]; scope: { missing: number; steps: ScopeStep[] } };
}
