/** Kinds that reports of one happening mix up, because one brings on the other or nobody knows yet. */
const FAMILIES: readonly (readonly string[])[] = [
  ['火灾', '爆炸', '森林火灾'],
  ['爆炸', '坍塌垮塌', '矿山事故', '中毒窒息', '特种设备事故', '突发环境事件'],
  ['地质灾害', '水旱灾害', '气象灾害', '溺水', '坍塌垮塌'],
  ['水上交通事故', '交通事故'],
  ['水上交通事故', '溺水', '气象灾害'],
  ['交通事故', '铁路交通事故', '刑事案件', '踩踏', '坍塌垮塌'],
  ['民航事故', '爆炸', '火灾'],
  ['恐怖袭击', '爆炸', '刑事案件'],
  ['食物中毒', '中毒窒息', '传染病'],
];
/** Kinds that may be two sides of one happening, without speaking for it: a crash that burns. */
const LOOSE: readonly (readonly string[])[] = [['交通事故', '火灾', '爆炸']];
const OPEN = '其他突发事件';

export type KindRelation = 'same' | 'near' | 'vague' | 'open' | 'apart';

const CLOSENESS: readonly KindRelation[] = ['same', 'near', 'vague', 'open', 'apart'];

function relate(a: string, b: string): KindRelation {
  if (a === b) return a === OPEN ? 'vague' : 'same';
  if (a === OPEN || b === OPEN) return 'vague';
  const areOf = (family: readonly string[]): boolean => family.includes(a) && family.includes(b);
  return FAMILIES.some(areOf) ? 'near' : LOOSE.some(areOf) ? 'open' : 'apart';
}

/** The closest relation between the kinds that two sides may be of; `open` when one side does not say. */
export function relateKinds(a: readonly string[], b: readonly string[]): KindRelation {
  if (a.length === 0 || b.length === 0) return 'open';
  const relations = a.flatMap((one) => b.map((other) => relate(one, other)));
  return CLOSENESS.find((relation) => relations.includes(relation)) ?? 'open';
}

/**
 * How seldom two happenings of a kind fall into one province within days, in points of evidence: a quake is almost always the
 * one everybody speaks of, fires and crashes are daily.
 */
const RARITY: Readonly<Record<string, number>> = {
  地震: 0.5,
  民航事故: 0.5,
  地质灾害: 0.25,
  铁路交通事故: 0.25,
  水上交通事故: 0.25,
  踩踏: 0.25,
  矿山事故: 0.25,
  爆炸: 0.25,
  坍塌垮塌: 0.25,
  特种设备事故: 0.25,
  刑事案件: -0.75,
  交通事故: -0.25,
};

export const rarityOf = (kind: string | null): number => (kind === null ? 0 : (RARITY[kind] ?? 0));

/** Kinds that reach over many places at once. */
const WIDE = new Set(['地震', '水旱灾害', '气象灾害', '传染病', '森林火灾']);

export const isWide = (kind: string | null): boolean => kind !== null && WIDE.has(kind);
