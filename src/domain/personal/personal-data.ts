import { isIdNumber } from './id-number.js';

/** What is recognised. A name or an address only where the text itself says that it is one. */
export const PERSONAL_KINDS = ['phone', 'id_number', 'email', 'account', 'address', 'name'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];
export type PersonalCounts = Partial<Record<PersonalKind, number>>;

/** Stands for one UTF-16 unit of what was there, so that the text keeps its shape. */
export const MASK = '■';

interface Pattern {
  kind: PersonalKind;
  /** What group `said` holds is personal; without that group the whole of it is. */
  pattern: RegExp;
  /** Whether what was found is one. */
  holds?: (said: string) => boolean;
}

/** Not within a longer number or word, nor within an address of the web. */
const BEFORE = String.raw`(?<![\w/=.%&?#-])`;
const AFTER = String.raw`(?![\w])`;
const LABEL_END = String.raw`\s*(?:[:：]|是|为)\s*`;

/**
 * Limits, on purpose: landlines and short numbers are mostly those of offices and stay; so do names and addresses in running text, for
 * nothing tells a private person there from an official with certainty.
 */
const PATTERNS: readonly Pattern[] = [
  { kind: 'id_number', pattern: new RegExp(`${BEFORE}\\d{17}[\\dXx]${AFTER}`, 'g'), holds: isIdNumber },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<![\\w/=.%&?#])(?:\\+?86[ -]?)?1[3-9]\\d(?:\\d{8}|[ -]\\d{4}[ -]\\d{4})${AFTER}`, 'g'),
  },
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![\w@])/g },
  {
    kind: 'account',
    pattern: new RegExp(`(?:微信号?|QQ号?|银行卡号|银行账号|卡号)${LABEL_END}(?<said>[A-Za-z0-9_-]{5,30})`, 'gi'),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:家庭住址|住址|家住|现住|户籍地址)(?:${LABEL_END})?(?<said>[^\\s,，。；;、!！?？]{4,60})`,
      'g',
    ),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:姓名|联系人|当事人|家属)\\s*[:：]\\s*(?<said>\\p{Script=Han}{2,4})(?!\\p{Script=Han})`,
      'gu',
    ),
  },
];

/** The text with what is personal in it blotted out, of the same length, and how often each kind was found. */
export function withoutPersonal(text: string): { text: string; counts: PersonalCounts } {
  const counts: PersonalCounts = {};
  let plain = halfWidth(text);
  let left = text;
  for (const { kind, pattern, holds } of PATTERNS) {
    for (const found of [...plain.matchAll(pattern)]) {
      const said = found.groups?.['said'] ?? found[0];
      if (isBlot(said) || (holds && !holds(said))) continue;
      const start = found.index + found[0].length - said.length;
      left = blotted(left, start, said.length);
      plain = blotted(plain, start, said.length);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return { text: left, counts };
}

/** Every string within plain JSON, wherever it stands; numbers and keys stay. */
export function jsonWithoutPersonal<T>(value: T): T {
  if (typeof value === 'string') return withoutPersonal(value).text as T;
  if (Array.isArray(value)) return value.map(jsonWithoutPersonal) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, jsonWithoutPersonal(held)])) as T;
}

export function addFound(a: PersonalCounts, b: PersonalCounts): PersonalCounts {
  const kinds = PERSONAL_KINDS.filter((kind) => (a[kind] ?? 0) + (b[kind] ?? 0) > 0);
  return Object.fromEntries(kinds.map((kind) => [kind, (a[kind] ?? 0) + (b[kind] ?? 0)]));
}

export const hasPersonal = (counts: PersonalCounts): boolean => Object.keys(counts).length > 0;

const isBlot = (said: string): boolean => [...said].every((sign) => sign === MASK);

const blotted = (text: string, start: number, length: number): string =>
  text.slice(0, start) + MASK.repeat(length) + text.slice(start + length);

/** Full-width digits, letters and marks as ASCII: one unit stays one unit. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
