import { type CasualtyFigures, chooseCasualties } from './casualty-choice.js';
import type { CompiledLexicon } from '../text/compiled-lexicon.js';
import type { DayParts } from '../dates/day-parts.js';
import type { Figure } from './figure.js';
import { economicLoss } from './loss.js';
import { magnitudeOf } from './magnitude.js';
import type { MarkedText } from '../text/marked-text.js';

/** Figures of the happening itself. null: the text does not say. Value 0: the text says there are none. */
export interface Facts extends CasualtyFigures {
  economicLossYuan: Figure | null;
  magnitude: Figure | null;
}

export interface FactsRequest {
  title: MarkedText;
  text: MarkedText;
  /** The day the article is read against; years before it mark earlier happenings. */
  today: DayParts | null;
  /** Only the part inside China is wanted (a happening on both sides of a border). */
  domesticOnly: boolean;
}

export function readFacts(lexicon: CompiledLexicon, request: FactsRequest): Facts {
  const fields = [request.title, request.text];
  return {
    ...chooseCasualties(lexicon, request),
    economicLossYuan: economicLoss(fields),
    magnitude: magnitudeOf(fields),
  };
}
