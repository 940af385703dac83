import { type FigureGrounds, confidenceOf } from './figure-confidence.js';
import type { Field, MarkedText } from '../text/marked-text.js';
import type { Bound } from '../text/numerals.js';

/** One number read from the text, with the literal words it stands on. `start` is the UTF-16 offset of `span` in `field`. */
export interface Figure {
  value: number;
  bound: Bound;
  span: string;
  field: Field;
  start: number;
  /** How sure the reading is, 0 to 1: the table of `figure-confidence.ts`. */
  confidence: number;
}

/** What a figure rests on besides the number itself. */
export type Grounds = Omit<FigureGrounds, 'field' | 'start' | 'bound'>;

export function figureAt(
  text: MarkedText,
  value: number,
  bound: Bound,
  start: number,
  end: number,
  grounds: Grounds = {},
): Figure {
  const { field, raw } = text;
  const confidence = confidenceOf({ ...grounds, field, start, bound });
  return { value, bound, span: raw.slice(start, end), field, start, confidence };
}
