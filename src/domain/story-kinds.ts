/** Kinds that reports of one happening mix up, because one brings on the other or nobody knows yet. */
const FAMILIES: readonly (readonly string[])[] = [
  ['火灾', '爆炸', '森林火灾'],
  ['爆炸', '坍塌垮塌', '矿山事故', '中毒窒息', '特种设备事故', '突发环境事件'],
  ['地质灾害', '水旱灾害', '气象灾害', '溺水', '坍塌垮塌'],
  ['水上交通事故', '溺水', '气象灾害'],
  ['交通事故', '铁路交通事故', '刑事案件', '踩踏', '坍塌垮塌'],
  ['恐怖袭击', '爆炸', '刑事案件'],
  ['食物中毒', '中毒窒息', '传染病'],
];
const OPEN = '其他突发事件';

export type KindRelation = 'same' | 'near' | 'open' | 'apart';

const CLOSENESS: readonly KindRelation[] = ['same', 'near', 'open', 'apart'];

function relate(a: string, b: string): KindRelation {
  if (a === b) return a === OPEN ? 'open' : 'same';
  if (a === OPEN || b === OPEN) return 'open';
  return FAMILIES.some((family) => family.includes(a) && family.includes(b)) ? 'near' : 'apart';
}

/** The closest relation between the kinds that two sides may be of; `open` when one side does not say. */
export function relateKinds(a: readonly string[], b: readonly string[]): KindRelation {
  if (a.length === 0 || b.length === 0) return 'open';
  const relations = a.flatMap((one) => b.map((other) => relate(one, other)));
  return CLOSENESS.find((relation) => relations.includes(relation)) ?? 'open';
}

/** Rare kinds: two of them in one province within days are seldom two happenings. */
const RARE = new Set([
  '地震',
  '地质灾害',
  '民航事故',
  '铁路交通事故',
  '水上交通事故',
  '踩踏',
  '矿山事故',
  '爆炸',
  '坍塌垮塌',
  '特种设备事故',
]);
/** Kinds that reach over many places at once. */
const WIDE = new Set(['地震', '水旱灾害', '气象灾害', '传染病', '森林火灾']);

export const isRare = (kind: string | null): boolean => kind !== null && RARE.has(kind);
export const isWide = (kind: string | null): boolean => kind !== null && WIDE.has(kind);
