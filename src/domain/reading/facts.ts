import { type CasualtyFigures, type CasualtyQuestion, chooseCasualties } from './casualty-choice.js';
import type { Figure } from './figure.js';
import { economicLoss } from './loss.js';
import { magnitudeOf } from './magnitude.js';

/** Figures of the happening itself. null: the text does not say. Value 0: the text says there are none. */
export interface Facts extends CasualtyFigures {
  economicLossYuan: Figure | null;
  magnitude: Figure | null;
}

export type FactsRequest = CasualtyQuestion;

export function readFacts(request: FactsRequest): Facts {
  const fields = [request.title, request.text];
  return {
    ...chooseCasualties(request),
    economicLossYuan: economicLoss(fields, request.today),
    magnitude: magnitudeOf(fields, request.today),
  };
}
