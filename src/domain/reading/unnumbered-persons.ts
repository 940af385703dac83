import type { CasualtyRole } from '../text/compiled-lexicon.js';
import type { MarkedText } from '../text/marked-text.js';
import type { Verb } from './casualty-verbs.js';
import { clauseStart } from './clauses.js';
import { type Implied, impliedObject, impliedPersons } from './implied-persons.js';

/** The words right before say that there are none: 无人员, 未造成. */
export const NEGATED =
  /(?:无|没有|未|尚未|暂未|没|零|不存在|并未|幸未)(?:一|造成|发生|出现|发现|接到|收到|报告|获悉|有|任何|新的|中方|中国|其他|人|员|名|公民|群众|重大|严重|关于|居民|学生|现场|引起|导致|受到|因灾|因|该|此|的|工作人员|大的)*$|(?:未造成|没有造成|未引起|未导致|未接到|没有接到|未收到|没有收到|未发现)[^，,。]{0,14}$/;
/** One of these stands in every refusal; before most words there is none. */
const NEGATES = /[无没未零不]/;
/** 无其他人员伤亡, 未造成地面人员伤亡: none of these, which says nothing of the others. */
const OF_SOME = /其他|其它|中国公民|中方|我国|华人|华侨|同胞|地面|机上|车内|岸上|周边/;
/** Roles that one person may bear unnumbered; 送医 and 中毒 of one person are no total. */
const IMPLYING: ReadonlySet<CasualtyRole> = new Set(['death', 'missing', 'serious', 'light', 'injury']);
/** 死者, 伤员, 尸体: names of persons and bodies, no happening. */
const NAMES = /[者员体]/;
const OF_SOMETHING = /^(?:者|原因|事故|案|情况|人数|赔偿|现场|家属|地点|时间|风险|事件|人员|的(?!是))/;
const CLAUSES_BACK = 4;
const SHORT_CLAUSE = 16;
const PEOPLE = /[人员者们]/;
const ALL_LIGHT = /[均都皆]/;
/** 被, 遭, 让 before the verb: who stands before it suffered. */
export const SUFFERED = /[被遭让]/;

/** Where a verb without a number stands. */
export interface VerbPlace {
  verb: Verb;
  /** Where its clause and its sentence begin. */
  clauseFrom: number;
  sentenceFrom: number;
  /** Begin of what was last said of persons in this sentence: persons named before it are accounted for. -1: nothing yet. */
  lastSaid: number;
}

/** Persons said without a number: how many, and the words; `none` when said to be none. */
export interface Unnumbered {
  value: number;
  none?: boolean;
  implied?: boolean;
  start?: number;
  end?: number;
}

/** Reads what a verb says of persons without a number: 无人员伤亡, 均为轻伤, 司机受伤. */
export class UnnumberedReader {
  constructor(
    private readonly text: MarkedText,
    readonly singular: RegExp,
  ) {}

  read(place: VerbPlace): Unnumbered | null {
    const { verb, clauseFrom } = place;
    const before = this.text.plain.slice(Math.max(clauseFrom, verb.start - 16), verb.start);
    const refusal = NEGATES.test(before) ? NEGATED.exec(before) : null;
    if (refusal && OF_SOME.test(before)) return null;
    if (refusal) return { value: 0, none: true, start: verb.start - before.length + refusal.index };
    if (verb.role === 'light' && ALL_LIGHT.test(before)) return { value: 0 };
    return this.implied(place);
  }

  /** 司机受伤, 撞伤一骑车少年, 老人被撞倒,当场死亡. */
  private implied(place: VerbPlace): Unnumbered | null {
    const { verb } = place;
    const { plain } = this.text;
    if (!IMPLYING.has(verb.role) || NAMES.test(plain.charAt(verb.end - 1))) return null;
    if (OF_SOMETHING.test(plain.slice(verb.end, verb.end + 3))) return null;
    const named = this.namedBefore(place);
    if (named) return named.persons > 0 ? { value: named.persons, implied: true, start: named.at } : null;
    const reach = verb.transitive ? impliedObject(this.singular, plain.slice(verb.end, verb.end + 16)) : 0;
    return reach > 0 ? { value: 1, implied: true, end: verb.end + reach } : null;
  }

  /** Persons named in the verb's clause, else in a clause before it that the verb's clause continues. */
  private namedBefore({ verb, clauseFrom, sentenceFrom, lastSaid }: VerbPlace): Implied | null {
    const { plain } = this.text;
    if (verb.transitive && !SUFFERED.test(plain.slice(Math.max(clauseFrom, verb.start - 8), verb.start))) return null;
    let from = clauseFrom;
    let to = verb.start;
    for (let step = 0; step < CLAUSES_BACK; step++) {
      const named = impliedPersons(this.singular, plain.slice(from, to));
      if (named) return { ...named, at: from + named.at };
      if (from <= sentenceFrom || to - from > SHORT_CLAUSE || PEOPLE.test(plain.slice(from, to))) return null;
      to = from - 1;
      from = clauseStart(this.text, sentenceFrom, to);
      if (lastSaid >= from) return null;
    }
    return null;
  }
}
