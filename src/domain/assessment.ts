import type { Level, LevelBasis } from './level.js';

/** How the text bounds a number: 至少/超过/余 is `at_least`, 近/不足 is `at_most`, 约 is `about`. */
export type Bound = 'exact' | 'at_least' | 'at_most' | 'about';

/** One number read from the text, with the literal words it stands on. `start` is the UTF-16 offset of `span` in `field`. */
export interface Figure {
  value: number;
  bound: Bound;
  span: string;
  field: 'title' | 'text';
  start: number;
}

/** Figures of the happening itself. null: the text does not say. Value 0: the text says there are none. */
export interface Facts {
  deaths: Figure | null;
  missing: Figure | null;
  seriousInjuries: Figure | null;
  injuries: Figure | null;
  poisoned: Figure | null;
  evacuated: Figure | null;
  economicLossYuan: Figure | null;
  magnitude: Figure | null;
}

export interface ArticleText {
  title: string;
  text: string;
  publishedAt: Date | null;
  source?: string;
}

export type Precision = 'minute' | 'hour' | 'day';
export type Phase = 'breaking' | 'update' | 'aftermath' | 'anniversary';
export type Scope = 'domestic' | 'foreign' | 'hkmotw' | 'mixed';

/** An instant read from the text, no finer than the text says; a day is 00:00 Beijing time of that day. */
export interface Occurrence {
  at: Date;
  precision: Precision;
}

/** What one article says, read by rules alone. */
export interface Reading {
  facts: Facts;
  occurredAt: Occurrence | null;
  eventKind: string | null;
  /** Normalised names from the widest to the narrowest, e.g. 贵州省, 铜仁市. */
  places: string[];
  isIncident: boolean;
  phase: Phase | null;
  scope: Scope;
  /** Why it is not a happening of its own (drill, trial, fiction ...), or null. */
  trap: string | null;
  level: Level | null;
  basis: LevelBasis | null;
  ruleId: string | null;
  /** False: the source of the table row has not been verified (依据待核). */
  verified: boolean;
  /** True: resting on a bound, an unofficial figure or a word without a number. */
  provisional: boolean;
  /** Nation-wide: domestic, breaking or update, level I/II or 重大人员伤亡 said without a number. */
  alert: boolean;
}
