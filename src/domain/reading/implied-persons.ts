/** Two persons in one word. */
const PAIR =
  /^(?:夫妻|夫妇|母子|母女|父子|父女|祖孙|爷孙|婆孙|婆媳|翁婿|兄弟|姐妹|兄妹|姐弟|情侣|恋人|师徒|同胞兄弟|双胞胎|小两口|老两口|两口子)$/;
/** A noun behind these speaks of more than one. */
const SEVERAL =
  /(?:[\d二两三四五六七八九十百千万几数多余些]|部分|许多|众多|不少|大量|各|全体|所有|另有)(?:名|位|个|对|人)?(?:[男女]|年轻|青年)?$/;
/** 遭两名男子抢劫, 被男友砍伤: those who did it stand behind the sign of the passive. */
const DOERS = /[被遭由](?:到)?(?![^，,]*的)[^，,、]{0,12}$/;
/** What one does to another, or only speaks of: the noun before it is not the one who suffered. */
const ACTS =
  /致|造成|导致|[杀砍刺捅殴]|撞[死伤倒飞]|将|把|说|称|表示|介绍|告诉|发现|看到|看见|听到|获悉|救[出起]|逃逸|自首|投案|抓获|报警|逃走|逃离/;
const SUFFERS = /[被遭让]|自[杀缢焚]/;
const AGED = /[\d一二三四五六七八九十]岁(?!以)/;
const LINKED = /^某{0,2}(?:和|与|及|以及|、|跟|同|连同|带着)[^，,。；;]{0,8}$/;
const AND = /^某{0,2}(?:和|与|及|以及|、)(?:另外|其他|车上|其|她的|他的|另)?$/;
const REACH = 48;

/** Persons named without a number: how many, and where among the words asked about the first of them stands. */
export interface Implied {
  persons: number;
  at: number;
}

const NOBODY: Implied = { persons: 0, at: 0 };

/** Most clauses name nobody, and to look for the first noun costs less than to go through all. */
const namedIn = (singular: RegExp, words: string): RegExpExecArray[] =>
  words.search(singular) < 0 ? [] : [...words.matchAll(singular)];

/**
 * The persons that the words before a verb name without a number: 司机 one, 母子 two, 女主人和两岁的孩子 two; none where they name
 * several or somebody else, null where they name nobody.
 *
 * @param singular the nouns of one person, as a global expression
 */
export function impliedPersons(singular: RegExp, clause: string): Implied | null {
  const cut = Math.max(0, clause.length - REACH);
  const words = clause.slice(cut);
  const named = namedIn(singular, words);
  for (let at = named.length - 1; at >= 0; at--) {
    const noun = named[at];
    if (!noun || DOERS.test(words.slice(0, noun.index))) continue;
    if (!isOne(words, noun)) return NOBODY;
    const { persons, at: from } = together(words, named.slice(0, at + 1));
    return { persons, at: cut + from };
  }
  if (named.length > 0) return NOBODY;
  const aged = /年龄|平均|最大|最小/.test(words) ? -1 : words.search(AGED);
  return aged < 0 ? null : { persons: 1, at: cut + aged };
}

/** 女主人和|两名孩子: persons named without a number straight before a number of others. */
export function impliedBeside(singular: RegExp, before: string): number {
  const words = before.slice(-REACH / 3);
  const last = namedIn(singular, words).at(-1);
  if (!last || !AND.test(words.slice(last.index + last[0].length))) return 0;
  return SEVERAL.test(words.slice(0, last.index)) ? 0 : sizeOf(last[0]);
}

/** How far the one reaches to whom a verb is done, 撞伤|13岁骑车中学生; 0 where none is named. */
export function impliedObject(singular: RegExp, after: string): number {
  const words = /^[^，,。；;！？!?]{0,14}/.exec(after)?.[0] ?? '';
  const [noun] = namedIn(singular, words);
  if (!noun) return /^[^\d]{0,4}\d{1,2}岁[^，,]{0,6}/.exec(words)?.[0].length ?? 0;
  const end = noun.index + noun[0].length;
  const one = noun.index <= 9 && !SEVERAL.test(words.slice(0, noun.index)) && words[end] !== '们';
  return one ? end : 0;
}

const sizeOf = (noun: string): number => (PAIR.test(noun) ? 2 : 1);

function isOne(words: string, noun: RegExpExecArray): boolean {
  const tail = words.slice(noun.index + noun[0].length);
  if (tail.startsWith('们') || SEVERAL.test(words.slice(0, noun.index))) return false;
  return !ACTS.test(tail) || SUFFERS.test(tail);
}

/** The nouns that are linked to the last one: 女主人和两岁的孩子, 丈夫、妻子和女儿. */
function together(words: string, named: readonly RegExpExecArray[]): Implied {
  let persons = 0;
  let from = -1;
  for (const noun of [...named].reverse()) {
    const between = from < 0 ? null : words.slice(noun.index + noun[0].length, from);
    if (between !== null && (!LINKED.test(between) || SEVERAL.test(words.slice(0, noun.index)))) break;
    persons += sizeOf(noun[0]);
    from = noun.index;
  }
  return { persons, at: from };
}
