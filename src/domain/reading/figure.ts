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

const PLAIN: FigureGrounds = {};

export function figureAt(
  text: MarkedText,
  value: number,
  bound: Bound,
  start: number,
  end: number,
  grounds: FigureGrounds = PLAIN,
): Figure {
  const { field, raw } = text;
  const figure = { value, bound, span: raw.slice(start, end), field, start, confidence: 0 };
  figure.confidence = confidenceOf(figure, grounds);
  return figure;
}
