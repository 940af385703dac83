import type { CompiledLexicon } from '../text/compiled-lexicon.js';
import { LEAD } from './event-kind.js';
import { type MarkedText, marksOf } from '../text/marked-text.js';

export type Scope = 'domestic' | 'foreign' | 'hkmotw' | 'mixed';

interface Evidence {
  domestic: number;
  foreign: number;
  hkmotw: number;
}

/** Two names of one side say no more than that it is meant; further ones add nothing. */
const MOST_NAMES = 2;
const TITLE = 4;
const OPENING = 2;
const CUE_SHARE = 0.5;
const TITLE_PARTS = /[\s"“”'【】（）()!！?？，,。:：;；|]+/;

function count(
  text: MarkedText,
  role: 'division' | 'foreign' | 'hkmotw' | 'foreignCue' | 'domesticCue',
  to: number,
): number {
  const words = new Set(marksOf(text, role, 0, to).map((mark) => text.plain.slice(mark.start, mark.end)));
  return Math.min(MOST_NAMES, words.size);
}

function evidenceIn(text: MarkedText, to: number, weight: number): Evidence {
  const cue = weight * CUE_SHARE;
  return {
    domestic: weight * count(text, 'division', to) + cue * count(text, 'domesticCue', to),
    foreign: weight * count(text, 'foreign', to) + cue * count(text, 'foreignCue', to),
    hkmotw: weight * count(text, 'hkmotw', to),
  };
}

/** 俄…, 美一…: one character for a country, read only where a title or a part of it begins and before a word that shows it. */
function startsWithDemonym(lexicon: CompiledLexicon, title: string): boolean {
  const { demonyms, demonymAfter } = lexicon.source.places;
  const parts = title.split(TITLE_PARTS).filter((part) => demonyms.includes(part.charAt(0)));
  return parts.some((part) => demonymAfter.some((word) => part.startsWith(word, 1)));
}

/** A happening on both sides of a border: the title names a foreign place and a Chinese one. */
function isMixed(title: MarkedText): boolean {
  return count(title, 'foreign', title.plain.length) > 0 && count(title, 'division', title.plain.length) > 0;
}

export function scopeOf(lexicon: CompiledLexicon, title: MarkedText, text: MarkedText): Scope {
  const inTitle = evidenceIn(title, title.plain.length, TITLE);
  const inLead = evidenceIn(text, LEAD, OPENING);
  const demonym = startsWithDemonym(lexicon, title.plain) ? TITLE * MOST_NAMES : 0;
  const domestic = inTitle.domestic + inLead.domestic;
  const foreign = inTitle.foreign + inLead.foreign + demonym;
  const hkmotw = inTitle.hkmotw + inLead.hkmotw;
  if (isMixed(title) && inTitle.domestic >= inTitle.foreign) return 'mixed';
  if (hkmotw > 0 && hkmotw >= foreign && inTitle.hkmotw >= inTitle.domestic) return 'hkmotw';
  return foreign > domestic ? 'foreign' : 'domestic';
}
