import { fold } from './folding.js';

/** What a person looks for, folded: each of `all` must stand in the article, none of `none`. */
export interface SearchWords {
  all: string[];
  none: string[];
}

export const MOST_WORDS = 10;

/** Quotation marks of both languages; NFKC has already made `＂` a `"`. One without its partner closes at the end. */
const WORD = /(-?)(?:["“”]([^"“”]*)(?:["“”]|$)|([^\s"“”]+))/gu;

/** Words are parted by blanks; “a b” stands for its words in this order; -a for articles without a. */
export function readWords(query: string): SearchWords {
  const all = new Set<string>();
  const none = new Set<string>();
  for (const [, minus, phrase, word] of fold(query).matchAll(WORD)) {
    const told = (phrase ?? word ?? '').trim();
    if (told !== '') (minus === '-' ? none : all).add(told);
  }
  return { all: [...all], none: [...none] };
}
