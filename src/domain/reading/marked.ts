import type { Field, MarkedText, Span } from '../text/marked-text.js';

/** A place in the article that spoke for a judgement, as written. */
export interface Marked {
  field: Field;
  /** UTF-16 offset into the field as written. */
  start: number;
  /** What stands there. */
  span: string;
  /** The word of the lexicon it was read as, where that is written otherwise (傷亡 as 伤亡, ６死 as 6死). */
  word?: string;
}

/** What spoke for each judgement of a reading. An empty list: nothing spoke (a null trap, 国内 by default). */
export interface Why {
  /** Words of the kind of happening in title and opening. */
  kind: Marked[];
  /** Words of the trap that decided; empty when there is no trap. */
  trap: Marked[];
  /** Words or the date of the phase. */
  phase: Marked[];
  /** Names and cues of places in title and opening, of every side. */
  scope: Marked[];
  /** The official grade and what makes it official. */
  official: Marked[];
}

export function markedAt({ field, raw, plain }: Omit<MarkedText, 'marks'>, { start, end }: Span): Marked {
  const span = raw.slice(start, end);
  const word = plain.slice(start, end);
  return word === span ? { field, start, span } : { field, start, span, word };
}

export function markedAll(text: MarkedText, spans: readonly Span[]): Marked[] {
  return spans.map((span) => markedAt(text, span));
}
