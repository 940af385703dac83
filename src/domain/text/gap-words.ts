import type { Span } from './marked-text.js';
import { WordMatcher } from './word-matcher.js';

/** `…` in a word stands for up to this many UTF-16 units of the same sentence. */
const LONGEST_GAP = 16;
const SENTENCE_END = /[。！？!?；;\n\r]/;

interface Gapped {
  parts: number[];
  /** Place of the word in the list it came from. */
  list: number;
}

/** A word of one of the lists where it stands, from its first part to the end of its last. */
export interface GapHit extends Span {
  list: number;
}

interface PartHit extends Span {
  part: number;
}

/** Words with gaps (总台…频道), several lists looked for by one pass. Build it once and keep it. */
export class GapWords {
  private readonly matcher: WordMatcher;
  private readonly byFirst = new Map<number, Gapped[]>();

  constructor(lists: readonly (readonly string[])[]) {
    const parts = new Map<string, number>();
    const numberOf = (part: string): number => {
      const known = parts.get(part) ?? parts.size;
      parts.set(part, known);
      return known;
    };
    lists.forEach((words, list) => {
      for (const word of words) {
        const gapped: Gapped = { parts: word.split('…').filter(Boolean).map(numberOf), list };
        const [first = -1] = gapped.parts;
        this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), gapped]);
      }
    });
    this.matcher = new WordMatcher([...parts.keys()]);
  }

  /** Every word found in a text, in order of its first part. */
  find(text: string): GapHit[] {
    const hits: PartHit[] = [];
    this.matcher.scan(text, (part, start, end) => hits.push({ part, start, end }));
    hits.sort((a, b) => a.start - b.start || a.end - b.end);
    return hits.flatMap((hit, at) =>
      (this.byFirst.get(hit.part) ?? []).flatMap(({ parts, list }) => {
        const end = endOf(text, hits, at, parts);
        return end === null ? [] : [{ list, start: hit.start, end }];
      }),
    );
  }
}

/** Where the last part ends when all parts follow the first one closely enough; null when they do not. */
function endOf(text: string, hits: readonly PartHit[], at: number, parts: readonly number[]): number | null {
  let end = hits[at]?.end ?? 0;
  let from = at + 1;
  for (const part of parts.slice(1)) {
    const next = hits.findIndex((hit, index) => index >= from && hit.part === part && hit.start >= end);
    const found = hits[next];
    if (!found || found.start - end > LONGEST_GAP || SENTENCE_END.test(text.slice(end, found.start))) return null;
    end = found.end;
    from = next + 1;
  }
  return end;
}
