import type { TextPart } from '../contract/archive.js';
import { foldWithOrigin } from './folding.js';

/** UTF-16 units. */
const LONGEST_SNIPPET = 140;
const BEFORE_HIT = 32;

/** A stretch [from, to) of a text, in UTF-16 units. */
interface Stretch {
  from: number;
  to: number;
}

interface Hit extends Stretch {
  word: string;
}

/** The text cut into parts, those that were looked for marked. Put together they are the text again. */
export function marked(text: string, words: string[]): TextPart[] {
  return partsOf(text, { from: 0, to: text.length }, hitsIn(text, words));
}

/** The stretch of a text that shows most of the words together; its beginning where it has none of them. */
export function snippet(text: string, words: string[]): TextPart[] {
  const hits = hitsIn(text, words);
  const start = bestStart(hits);
  const from = start <= BEFORE_HIT ? 0 : wholeAt(text, start - BEFORE_HIT);
  const to = wholeAt(text, Math.min(text.length, from + LONGEST_SNIPPET));
  const parts = partsOf(text, { from, to }, hits);
  if (from > 0) parts.unshift({ text: '…', hit: false });
  if (to < text.length) parts.push({ text: '…', hit: false });
  return parts;
}

/** Where the folded words stand in a text, in the order of the text. */
function hitsIn(text: string, words: string[]): Hit[] {
  const folded = foldWithOrigin(text);
  const hits: Hit[] = [];
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      hits.push({ word, from: folded.origin[at] ?? 0, to: endOf(folded.origin, at + word.length) });
    }
  }
  return hits.sort((a, b) => a.from - b.from);
}

/** Where the character ends whose last folded unit stands before `end`: a hit inside `㎡` (m2) is the whole character. */
function endOf(origin: number[], end: number): number {
  const last = origin[end - 1] ?? 0;
  let next = end;
  while ((origin[next] ?? Infinity) <= last) next += 1;
  return origin[next] ?? last;
}

/** The hit from which on most different words lie within one snippet. */
function bestStart(hits: Hit[]): number {
  let best = { start: hits[0]?.from ?? 0, words: 0 };
  for (const [index, { from }] of hits.entries()) {
    const words = new Set<string>();
    for (let next = index; next < hits.length; next += 1) {
      const hit = hits[next];
      if (!hit || hit.to > from + LONGEST_SNIPPET - BEFORE_HIT) break;
      words.add(hit.word);
    }
    if (words.size > best.words) best = { start: from, words: words.size };
  }
  return best.start;
}

/** One unit earlier where a pair (𠮷, 𬭎) would be parted. */
function wholeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** A stretch of the text in parts; hits that touch or overlap are one. */
function partsOf(text: string, { from, to }: Stretch, hits: Hit[]): TextPart[] {
  const parts: TextPart[] = [];
  let done = from;
  const add = (end: number, hit: boolean): void => {
    const until = Math.min(end, to);
    if (until <= done) return;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += text.slice(done, until);
    else parts.push({ text: text.slice(done, until), hit });
    done = until;
  };
  for (const hit of hits) {
    add(hit.from, false);
    add(hit.to, true);
  }
  add(text.length, false);
  return parts;
}
