import type { CompiledLexicon } from '../text/compiled-lexicon.js';
import { type MarkedText, hasMark, marksOf } from '../text/marked-text.js';
import type { Numeral } from '../text/numerals.js';

/** A number of persons: `numeral` with its measure word (人, 名), or touching a person noun (129员工) or a verb (6死). */
export interface PersonCount {
  numeral: Numeral;
  start: number;
  /** Behind the measure word; behind the numeral where there is none. */
  end: number;
  /** Only a verb may follow at once: 17死2伤. */
  bare: boolean;
  partial: boolean;
}

/** 40万遗体保存费: a large number without a measure word counts something else. */
const MOST_WITHOUT_MEASURE = 9999;
/** 两|客车|司机: the vehicle before the person. */
const VEHICLE = /^(?:[客货轿卡汽摩农校罐]|大客|小客|大货|面包|电动|摩托|出租|三轮|越野)?车(?=[司驾车乘])/;
/** 第3人; A321机长: a type or a flight, no number of persons. */
const ORDINAL = /(?:第|最后|(?<![目此之日])前|[A-Za-z])$/;
const MAY_BE_ORDINAL = /[第后前A-Za-z]/;
/** How far before a number 其中/包括 may stand and how far behind it the rescuers may be named. */
const NEAR = 6;
/** 人均 is per head, but in 2人均已死亡 the 均 is all of them. */
const ALL_OF_THEM = /^均(?:[已被遇死身在送获受无系不未经因没当脱成溺罹确安有重轻抢]|为(?![\d两]))/;
const ENDS = /[，,。；;！？!?\n]/;
const ADJACENT = 2;

function measureEnd(lexicon: CompiledLexicon, text: string, at: number): number | null {
  const measure = lexicon.measures.get(text.charAt(at))?.find((word) => text.startsWith(word, at));
  if (measure === undefined) return null;
  const end = at + measure.length;
  const otherWord = lexicon.notAfterMeasure.has(text.charAt(end)) && !ALL_OF_THEM.test(text.slice(end, end + 3));
  return otherWord ? null : end;
}

/** 129|员工, 两|客车司机. */
function namesPerson(lexicon: CompiledLexicon, text: string, at: number): boolean {
  const who = at + (text.charAt(at + 1) === '车' || text.charAt(at + 2) === '车' ? vehicleLength(text, at) : 0);
  return lexicon.personNouns.get(text.charAt(who))?.some((word) => text.startsWith(word, who)) ?? false;
}

const vehicleLength = (text: string, at: number): number => VEHICLE.exec(text.slice(at, at + 5))?.[0].length ?? 0;

const clauseOf = (before: string): string =>
  before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')) + 1);

function isPartial(lexicon: CompiledLexicon, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  return lexicon.partOf.some((word) => before.includes(word) && clauseOf(before).includes(word));
}

function isResponders(text: MarkedText, end: number): boolean {
  const named = marksOf(text, 'responder', end, end + NEAR).some(
    (mark) => mark.start - end <= ADJACENT && !ENDS.test(text.plain.slice(end, mark.start)),
  );
  return named && !hasMark(text, 'death', end, end + NEAR + NEAR);
}

/** The last character before the number alone rules it out for nearly all. */
function isOrdinal(text: string, at: number): boolean {
  return at > 0 && MAY_BE_ORDINAL.test(text.charAt(at - 1)) && ORDINAL.test(text.slice(Math.max(0, at - 2), at));
}

function countOf(lexicon: CompiledLexicon, text: MarkedText, numeral: Numeral): PersonCount | null {
  const { plain } = text;
  if (!Number.isInteger(numeral.value) || isOrdinal(plain, numeral.start)) return null;
  const at = plain.charAt(numeral.end) === ' ' ? numeral.end + 1 : numeral.end;
  const measured = measureEnd(lexicon, plain, at);
  const group = plain.startsWith('人', at) && lexicon.notAfterMeasure.has(plain.charAt(at + 1)) && measured === null;
  const noun = measured === null && !group && namesPerson(lexicon, plain, at);
  const end = measured ?? numeral.end;
  if (measured !== null && isResponders(text, end)) return null;
  if (end === numeral.end && !noun && numeral.value > MOST_WITHOUT_MEASURE) return null;
  const partial = isPartial(lexicon, plain, numeral.start);
  return { numeral, start: numeral.start, end, bare: measured === null && !noun, partial };
}

/** Every number that may count persons, in order. Numbers with another unit (级, 元, 公里, 年) come back as `bare`. */
export function personCounts(lexicon: CompiledLexicon, text: MarkedText): PersonCount[] {
  const counts: PersonCount[] = [];
  for (const numeral of text.numerals) {
    const count = countOf(lexicon, text, numeral);
    if (count) counts.push(count);
  }
  return counts;
}
