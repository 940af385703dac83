import { LEAD } from './event-kind.js';
import type { Field } from '../text/marked-text.js';
import type { Bound } from '../text/numerals.js';

/**
 * How sure a figure read from a text is, 0 to 1: the lowest line that fits it. Set by hand from blind readings, where figures of
 * the upper lines were right in 98 of 100 cases and those named without a number in about 85; a guide for eyes, no rule asks it.
 */
export const CONFIDENCE = {
  /** An exact number of this happening in title or opening. */
  stated: 0.95,
  /** The same further down. */
  later: 0.85,
  /** Said in words that there are none. */
  none: 0.85,
  /** Added up by the reader: deaths in stages, counts place by place. */
  summed: 0.8,
  /** 至少, 超过, 余, 近, 约. */
  bounded: 0.75,
  /** Persons named without a number: 司机死亡, 母子溺亡. */
  implied: 0.65,
  /** 数十, 几百, 十几: no digit stands there. */
  vague: 0.5,
} as const;

/** The other field gives the same figure. */
const AGREED = 0.04;
/** The other field gives another one. */
const DISPUTED = -0.15;
const LIMITS = { least: 0.05, most: 0.99 };

/** Where a figure stands. */
export interface FigurePlace {
  field: Field;
  start: number;
  bound: Bound;
}

/** What a figure rests on besides the number itself. */
export interface FigureGrounds {
  none?: boolean;
  summed?: boolean;
  implied?: boolean;
  vague?: boolean;
}

export function confidenceOf(
  { field, start, bound }: FigurePlace,
  { none, summed, implied, vague }: FigureGrounds,
): number {
  if (vague) return CONFIDENCE.vague;
  if (implied) return CONFIDENCE.implied;
  if (bound !== 'exact') return CONFIDENCE.bounded;
  if (summed) return CONFIDENCE.summed;
  if (none) return CONFIDENCE.none;
  return field === 'title' || start < LEAD ? CONFIDENCE.stated : CONFIDENCE.later;
}

/** What the other field says of the same matter: the same figure, another one, or nothing. */
export function weighedAgainst(confidence: number, other: 'same' | 'another' | null): number {
  const shift = other === null ? 0 : other === 'same' ? AGREED : DISPUTED;
  return Math.round(100 * Math.min(LIMITS.most, Math.max(LIMITS.least, confidence + shift))) / 100;
}
