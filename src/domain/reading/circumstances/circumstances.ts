import type { Figure } from '../figure.js';
import type { Quantity } from '../reading-rules.js';
import type { Field } from '../../text/marked-text.js';

/** Something the text says in words, by the id of `config/severity.yaml`, with the literal words. */
export interface SaidThing {
  id: string;
  field: Field;
  /** UTF-16 offset of `span` in `field`. */
  start: number;
  span: string;
}

/** What is known of a happening beside its casualties: figures by name, and what is said without a number. */
export interface Circumstances {
  quantities: Partial<Record<Quantity, Figure>>;
  said: SaidThing[];
}

export const NO_CIRCUMSTANCES: Circumstances = { quantities: {}, said: [] };
