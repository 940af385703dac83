/** A word that bounds a number, and how much of the text it takes. */
export interface BoundWord {
  bound: 'at_least' | 'at_most' | 'about';
  length: number;
}

/** Longest first: 不超过 must be seen before 超过. */
const BEFORE: readonly [word: string, bound: BoundWord['bound']][] = [
  ['不超过', 'at_most'],
  ['不少于', 'at_least'],
  ['不低于', 'at_least'],
  ['不多于', 'at_most'],
  ['至少有', 'at_least'],
  ['超过了', 'at_least'],
  ['至少', 'at_least'],
  ['超过', 'at_least'],
  ['起码', 'at_least'],
  ['多于', 'at_least'],
  ['将近', 'at_most'],
  ['接近', 'at_most'],
  ['不足', 'at_most'],
  ['不到', 'at_most'],
  ['最多', 'at_most'],
  ['至多', 'at_most'],
  ['少于', 'at_most'],
  ['低于', 'at_most'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['约有', 'about'],
  ['约为', 'about'],
  ['逾', 'at_least'],
  ['超', 'at_least'],
  ['近', 'at_most'],
  ['约', 'about'],
];

/** These stand before 百/千/万 only: 上百人, 过千. */
const BEFORE_UNIT: readonly string[] = ['上', '过', '成'];

const AFTER: readonly [word: string, bound: BoundWord['bound']][] = [
  ['以上', 'at_least'],
  ['以下', 'at_most'],
  ['左右', 'about'],
  ['上下', 'about'],
];

/** 附近, 最近, 靠近 and 节约, 大约 are words of their own. */
const NOT_A_BOUND = /(?:附近|最近|靠近|临近|邻近|新近|节约|公约|条约|合约)$/;

/** Most numbers have no bound: one look at the character before tells. */
const LAST_SIGNS = signs([...BEFORE.map(([word]) => word.slice(-1)), ...BEFORE_UNIT]);

const FIRST_SIGNS = signs(AFTER.map(([word]) => word.charAt(0)));

/** 1 at the code unit of each sign. */
function signs(list: readonly string[]): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const sign of list) table[sign.charCodeAt(0)] = 1;
  return table;
}

export function boundBefore(text: string, start: number): BoundWord | null {
  if (start === 0 || LAST_SIGNS[text.charCodeAt(start - 1)] === 0) return null;
  const before = text.slice(Math.max(0, start - 3), start);
  for (const [word, bound] of BEFORE) {
    if (before.endsWith(word) && !(word.length === 1 && NOT_A_BOUND.test(before)))
      return { bound, length: word.length };
  }
  const unitFirst = '百千万亿'.includes(text[start] ?? ' ');
  return unitFirst && BEFORE_UNIT.some((word) => before.endsWith(word)) ? { bound: 'at_least', length: 1 } : null;
}

export function boundAfter(text: string, end: number): BoundWord | null {
  if (end >= text.length || FIRST_SIGNS[text.charCodeAt(end)] === 0) return null;
  const after = text.slice(end, end + 2);
  const found = AFTER.find(([word]) => after === word);
  return found ? { bound: found[1], length: found[0].length } : null;
}
