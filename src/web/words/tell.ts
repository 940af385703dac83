import type { TFunction } from 'i18next';
import type { JournalLine } from '../../contract/incident.js';
import type { Say } from '../clock/countdown.js';

/** What the words of a row are made with, in the language of the page. */
export interface Teller {
  t: TFunction;
  say: Say;
  moment: (iso: string) => string;
  /** The day alone. */
  day: (iso: string) => string;
  bureau: (code: string) => string;
  person: (actor: string) => string;
}

/** Says one kind of row. */
export type Tell = (row: JournalLine, teller: Teller) => string;

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
