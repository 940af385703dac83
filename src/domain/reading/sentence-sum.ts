import { type MarkedText, hasMark } from '../text/marked-text.js';
import type { WeighedMention } from './mention-weight.js';

/** Dying in stages: 1人当场死亡,3人送医途中死亡 are four dead. */
const STAGE = /当场|途中|抢救无效|不治|经抢救|经医院抢救|送医后|离世/;
const CLAUSE = /[，,]/;
/** Clauses and places are looked for no further back than this. */
const REACH = 40;

/** A figure that a sentence gives for one group of persons. */
export interface Part {
  mention: WeighedMention;
  value: number;
}

function clauseBefore(text: MarkedText, at: number): number {
  const from = Math.max(0, at - REACH);
  const before = text.plain.slice(from, at);
  const comma = Math.max(before.lastIndexOf('，'), before.lastIndexOf(','));
  return from + comma + 1;
}

function isStage({ mention }: Part): boolean {
  const { text, start, end } = mention;
  return STAGE.test(text.plain.slice(clauseBefore(text, start), end + 6).split(CLAUSE)[0] ?? '');
}

/** Between a count and the one before it a place is named and no other happening: 甘肃省3人死亡;青海省2人死亡. */
function isOfPlace({ mention }: Part, index: number, parts: readonly Part[]): boolean {
  const { text, start } = mention;
  const before = parts[index - 1]?.mention;
  const from = Math.max(before?.end ?? 0, start - (before ? 3 * REACH : REACH));
  if (!hasMark(text, 'division', from, start)) return false;
  return !before || !hasMark(text, 'kind', before.end, start);
}

/** 又1人不治,死亡人数由29人升至30人: said to be all of them. */
const TOTAL = /人数|总数|[升增]至|[升增]到|升为|增为|增加[到至为]|共(?!同|乘|用)|累计|合计|总计/;
const BEFORE_TOTAL = 6;

function isTotal({ mention: { text, start, end } }: Part): boolean {
  return TOTAL.test(text.plain.slice(Math.max(clauseBefore(text, start), start - BEFORE_TOTAL), end));
}

/** The whole stands among the parts: 16人死亡,其中2人当场死亡, or 19人死亡,又有1人离世,遇难者增至20人. */
function holdsWhole(parts: readonly Part[]): boolean {
  if (parts.some((part, at) => part.mention.partial && parts.slice(0, at).some((one) => one.value >= part.value)))
    return true;
  if (parts.some((part, at) => at > 0 && isTotal(part) && parts.every(({ value }) => value <= part.value))) return true;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return parts.length > 2 && parts.some(({ value }) => 2 * value >= sum);
}

function sumOf(parts: readonly Part[]): Part[] {
  const [first] = parts;
  if (!first || parts.length < 2 || parts.some(({ mention }) => mention.implied) || holdsWhole(parts)) return [];
  if (parts.some(({ mention }) => mention.role !== first.mention.role)) return [];
  if (!parts.some(isStage) && !parts.every(isOfPlace)) return [];
  return [{ mention: first.mention, value: parts.reduce((total, part) => total + part.value, 0) }];
}

/**
 * Sums that a sentence, or sentences parted by semicolons, leave to their reader: deaths in stages, and counts place by place.
 * Only where no figure elsewhere in the article is greater than the parts, for that would be the total.
 */
export function sentenceSum(parts: readonly Part[]): Part[] {
  const byRun = new Map<number, Part[]>();
  for (const part of parts.filter(({ mention }) => mention.text.field === 'text')) {
    const known = byRun.get(part.mention.run);
    if (known) known.push(part);
    else byRun.set(part.mention.run, [part]);
  }
  const greatest = parts.reduce((most, { value }) => Math.max(most, value), 0);
  const whole = [...byRun.values()].filter((inRun) => inRun.some(({ value }) => value === greatest));
  return whole.flatMap(sumOf);
}

/** Side by side in one list: 重伤12人、危重4人. */
const LISTED = /^[（(]?[、，,和及与]?(?:另有?|还有)?$/;

/** Grave injuries under different names (危重 and 重伤) that stand side by side are of different persons. */
export function listedSum(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, index) => {
    const next = parts[index + 1];
    if (!next || next.mention.run !== part.mention.run || next.mention.text !== part.mention.text) return [];
    const { text } = part.mention;
    const listed = LISTED.test(text.plain.slice(part.mention.end, next.mention.start));
    const sameName = wordOf(part) === wordOf(next);
    return listed && !sameName && part.mention.partial >= next.mention.partial
      ? [{ mention: part.mention, value: part.value + next.value }]
      : [];
  });
}

/** The words of a mention without its number. */
function wordOf({ mention }: Part): string {
  return mention.text.plain.slice(mention.start, mention.end).replace(/[\d零一二三四五六七八九十百]+|[人名位例]/g, '');
}
