import type { Field, MarkedText } from '../text/marked-text.js';
import type { Bound } from '../text/numerals.js';

/** One number read from the text, with the literal words it stands on. `start` is the UTF-16 offset of `span` in `field`. */
export interface Figure {
  value: number;
  bound: Bound;
  span: string;
  field: Field;
  start: number;
}

export function figureAt(text: MarkedText, value: number, bound: Bound, start: number, end: number): Figure {
  return { value, bound, span: text.raw.slice(start, end), field: text.field, start };
}
