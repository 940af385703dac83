import type { Field } from '../text/marked-text.js';

/** Words of an article on which an answer rests: [start, end) in UTF-16 units of the field as it is stored. */
export interface Quote {
  field: Field;
  start: number;
  end: number;
  words: string;
}

/** What was read of an article. */
export interface Fields {
  title: string;
  text: string;
}

/** A place that a reading names by its first offset and what stands there. */
export function quoteOf({ field, start, span }: { field: Field; start: number; span: string }): Quote {
  return { field, start, end: start + span.length, words: span };
}

/** Where one of the words stands for the first time in each field, `reach` units of the text at most. Of overlapping places the longest. */
export function quotesOf(words: readonly string[], article: Fields, reach: number): Quote[] {
  const found = (['title', 'text'] as const).flatMap((field) => {
    const within = field === 'title' ? article.title : article.text.slice(0, reach);
    return words.flatMap((word): Quote[] => {
      const start = word === '' ? -1 : within.indexOf(word);
      return start < 0 ? [] : [{ field, start, end: start + word.length, words: word }];
    });
  });
  return found.filter((one) => !found.some((other) => isInside(one, other)));
}

function isInside(one: Quote, other: Quote): boolean {
  const longer = other.end - other.start > one.end - one.start;
  return longer && one.field === other.field && other.start <= one.start && one.end <= other.end;
}
