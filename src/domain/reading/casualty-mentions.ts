import { verbsOf } from './casualty-verbs.js';
import type { CompiledLexicon } from '../text/compiled-lexicon.js';
import { type MarkedText, spansBetween } from '../text/marked-text.js';
import { type PersonCount, personCounts } from './person-counts.js';
import type { Mention } from './mention.js';
import { SentenceReader } from './sentence-reader.js';
import { UnnumberedReader } from './unnumbered-persons.js';

/** 从70人升至74人: the earlier number is dropped. */
function withoutSuperseded(lexicon: CompiledLexicon, text: MarkedText, counts: readonly PersonCount[]): PersonCount[] {
  return counts.filter((count, index) => {
    const next = counts[index + 1];
    if (!next || next.start - count.end > 8) return true;
    const between = text.plain.slice(count.end, next.start);
    return !lexicon.risen.some((word) => between.endsWith(word));
  });
}

/** Without a word of harm or rescue and without a bare 死 or 伤 nothing is said of persons: nor are the numbers asked. */
function maySpeakOfPersons({ bare }: CompiledLexicon, { marks, plain, numerals }: MarkedText): boolean {
  if (marks.some((mark) => mark.casualty !== null)) return true;
  return numerals.length > 0 && [...bare.keys()].some((sign) => plain.includes(sign));
}

/** Everything the text says of dead, missing and hurt persons, in order. */
export function casualtyMentions(lexicon: CompiledLexicon, text: MarkedText): Mention[] {
  if (!maySpeakOfPersons(lexicon, text)) return [];
  const counts = withoutSuperseded(lexicon, text, personCounts(lexicon, text));
  const verbs = verbsOf(lexicon, text, counts);
  if (verbs.length === 0) return [];
  const mentions: Mention[] = [];
  const unnumbered = new UnnumberedReader(text, lexicon.singular);
  for (let sentence = 0, span = text.sentences[0]; span; span = text.sentences[++sentence]) {
    const inside = spansBetween(verbs, span.start, span.end);
    if (inside.length === 0) continue;
    const nearby = spansBetween(counts, span.start, span.end);
    mentions.push(...new SentenceReader(text, nearby, sentence, unnumbered).read(inside, span));
  }
  return mentions;
}
