import { type MarkedText, hasMark } from '../text/marked-text.js';
import type { WeighedMention } from './mention-weight.js';

/** Dying in stages: 1人当场死亡,3人送医途中死亡 are four dead. */
const STAGE = /当场|途中|抢救无效|不治|经抢救/;
const CLAUSE = /[，,]/;

function clauseBefore(text: MarkedText, at: number): number {
  const from = Math.max(0, at - 40);
  const before = text.plain.slice(from, at);
  const comma = Math.max(before.lastIndexOf('，'), before.lastIndexOf(','));
  return from + comma + 1;
}

function isStage(mention: WeighedMention): boolean {
  return STAGE.test(
    mention.text.plain.slice(clauseBefore(mention.text, mention.start), mention.end + 6).split(CLAUSE)[0] ?? '',
  );
}

function isOfPlace(mention: WeighedMention): boolean {
  return hasMark(mention.text, 'division', clauseBefore(mention.text, mention.start), mention.start);
}

interface Sum {
  mention: WeighedMention;
  value: number;
}

function sumOf(parts: readonly WeighedMention[]): Sum[] {
  const [first] = parts;
  if (!first || parts.length < 2 || parts.some((part) => part.partial || part.implied || part.role !== first.role))
    return [];
  if (!parts.some(isStage) && !parts.every(isOfPlace)) return [];
  return [{ mention: first, value: parts.reduce((total, part) => total + part.value, 0) }];
}

/**
 * Sums that a sentence leaves to its reader: deaths in stages, and counts place by place. Only where no figure elsewhere in the
 * article is greater than the parts, for that would be the total.
 */
export function sentenceSum(mentions: readonly WeighedMention[]): Sum[] {
  const bySentence = new Map<number, WeighedMention[]>();
  for (const mention of mentions.filter((one) => one.text.field === 'text')) {
    const known = bySentence.get(mention.sentence);
    if (known) known.push(mention);
    else bySentence.set(mention.sentence, [mention]);
  }
  const greatest = mentions.reduce((most, one) => Math.max(most, one.value), 0);
  const whole = [...bySentence.values()].filter((parts) => parts.some((part) => part.value === greatest));
  return whole.flatMap(sumOf);
}
