import type { Verb } from './casualty-verbs.js';
import type { CasualtyRole } from '../text/compiled-lexicon.js';
import { clauseStart } from './clauses.js';
import { impliedBeside } from './implied-persons.js';
import type { Mention } from './mention.js';
import { type MarkedText, type Span, spansBetween } from '../text/marked-text.js';
import type { PersonCount } from './person-counts.js';
import { NEGATED, SUFFERED, type UnnumberedReader } from './unnumbered-persons.js';

const PLAIN: Partial<Mention> = {};
const VERB_GAP = 26;
const LOOK_AHEAD = 14;
const OPENS_CLAUSE = 4;

const FILLER =
  /^(?:人数|人员|总数|者|的|已经|调整|下降|变|确认|核实|初步|最终|已|目前|现|再|累计|上升|增加|增|升|攀升|下调|降|核减|减|更新|修正|到|至|达到|达|为|共|计|有|约|近|逾|超过|超|至少|高达|多达|分别|了|:|：|其|另|村民|群众|居民|市民|[工矿]人|职工|员工|学生|师生|儿童|老人|妇女|乘客|旅客|游客|船员|路人|行人|民工)*$/;
/** 身亡 11人被索赔: the number belongs to what follows it. */
const ACTED_UPON = /^(?:被|获刑|领|涉嫌|因)/;
/** 人数由12人升至15人: the earlier number. */
const SUPERSEDED = /^人数已?[由从][^，,。]{1,8}?(?=升|增|上升|攀升|下调|降|核减|减|更新|修正)/;
const NUMBERED = /人数|总数/;
const LINK = /^[^，,。]{0,14}[、和及与]$/;
/** 34名伤者中有重伤8人: the next word speaks of a part. */
const PART_FOLLOWS = /^中|[者员人]中|其中|里|包括/;
/** 失联后取得联系: missing no more. */
const FOUND = /^[^，,。；;]{0,8}(?:取得联系|恢复联系|恢复通|已找到|被找到|获救)/;
const DEAD_OR_MISSING = /^[和或及与、]?者?(?:失踪|失联|下落不明)/;
/** 175人受伤(重伤28人): the graver word has its own number. */
const GRADES: ReadonlySet<CasualtyRole> = new Set(['serious', 'light']);
const CLAUSE_AHEAD = /^[^，,。；;]*/;
const NUMBER = /\d/;
/** 遭|两名男子抢劫: the number counts those who did it. */
const DOERS_FOLLOW = /[被遭](?:到|了)?(?:近|约|超过|至少)?$/;
const BESIDE = /[和与及、外他另上其的]/;
/** 均因吸入浓烟送医: the clause goes on about those counted before it. */
const GOES_ON =
  /^(?:但|后|随后|最终|目前|现|现场)?(?:均|都|全部|全都|皆|双双|经抢救|抢救无效|送医|经医|已(?:经)?(?:无|没|不幸|死|身|遇|溺)|(?:发现|找到|救出|打捞)[^，,]{0,4}时)/;
const NUMBER_AHEAD = /^[^，,。；;！？!?\n]{0,6}\d/;
const FOLLOWED = /[^，,。；;！？\s)）的案后]/;

/** Graver words take a count from lighter ones of the same clause: 3人送医途中死亡. */
const RANK: Partial<Record<CasualtyRole, number>> = {
  death: 6,
  missing: 5,
  serious: 4,
  light: 4,
  injury: 3,
  poisoned: 2,
  treated: 1,
  evacuated: 1,
};

/** 转移安置受威胁群众46户|183人: who was taken away may stand before the number. */
const WHO_LEFT = /^[^，,。；]*$/;

function joins(filler: string, count: PersonCount): boolean {
  const rest = filler.startsWith('人数') ? filler.replace(SUPERSEDED, '人数') : filler;
  return FILLER.test(rest) && !(count.bare && !NUMBERED.test(filler));
}

/** Reads one sentence from left to right, giving each count to the verb it belongs to. */
export class SentenceReader {
  readonly mentions: Mention[] = [];
  private next = 0;
  private pending: PersonCount | null = null;
  private pendingSum = 0;
  constructor(
    private readonly text: MarkedText,
    private readonly counts: readonly PersonCount[],
    private readonly sentence: number,
    private readonly unnumbered: UnnumberedReader,
  ) {}

  read(verbs: readonly Verb[], span: Span): Mention[] {
    let clauseFrom = span.start;
    for (const verb of verbs) {
      this.takeCounts(verb.start);
      clauseFrom = clauseStart(this.text, clauseFrom, verb.start);
      if (this.pending && this.pending.end < clauseFrom && !this.reaches(verb, clauseFrom)) this.pending = null;
      this.give(verb, clauseFrom);
    }
    return this.mentions;
  }

  /** Moves the counts that stand before the verb into reach; 5名学生及1名司机 are added up. */
  private takeCounts(before: number): void {
    for (let count = this.counts[this.next]; count && count.end <= before; count = this.counts[++this.next]) {
      if (count.bare && count.end !== before) continue;
      if (DOERS_FOLLOW.test(this.text.plain.slice(Math.max(0, count.start - 4), count.start))) continue;
      const between = this.pending ? this.text.plain.slice(this.pending.end, count.start) : '';
      const linked = this.pending !== null && LINK.test(between) && !count.partial;
      this.pendingSum = count.numeral.value + (linked ? this.pendingSum : this.besides(count));
      this.pending = count;
    }
  }

  /** 32人死亡或失踪: one number for both, and only as long as nothing says how many of each. */
  private isCombined(verb: Verb): boolean {
    const both = verb.role === 'death' ? DEAD_OR_MISSING.exec(this.text.plain.slice(verb.end, verb.end + 8)) : null;
    return both !== null && !this.touchesCount(verb.end + both[0].length);
  }

  /** 女主人和|两名孩子: those named without a number before those counted. */
  private besides(count: PersonCount): number {
    if (!BESIDE.test(this.text.plain.charAt(count.start - 1))) return 0;
    return impliedBeside(this.unnumbered.singular, this.text.plain.slice(Math.max(0, count.start - 16), count.start));
  }

  private give(verb: Verb, clauseFrom: number): void {
    if (verb.role === 'missing' && FOUND.test(this.text.plain.slice(verb.end, verb.end + 14))) return;
    const pending = verb.leads ? null : this.sufferers(verb);
    if (pending && verb.start - pending.end <= VERB_GAP) {
      const refused = /(?:无|没有)$/.test(this.text.plain.slice(Math.max(0, pending.start - 2), pending.start));
      this.say(verb, pending, this.pendingSum, refused);
      this.pending = null;
      return;
    }
    if (!verb.leads && this.regrade(verb, clauseFrom)) return;
    const ahead = this.ahead(verb);
    if (ahead) {
      this.say(verb, ahead, ahead.numeral.value, false);
      return;
    }
    const said = this.unnumbered.read({
      verb,
      clauseFrom,
      sentenceFrom: this.text.sentences[this.sentence]?.start ?? 0,
      lastSaid: this.mentions.at(-1)?.start ?? -1,
    });
    if (said) this.push(verb, null, said.value, said);
  }

  /** 15人涉嫌杀害34人: unless 被 or 遭 stands between, the number before such a verb counts the doers when somebody follows. */
  private sufferers(verb: Verb): PersonCount | null {
    const { pending } = this;
    if (!pending || !verb.transitive) return pending;
    const suffered = SUFFERED.test(this.text.plain.slice(pending.end, verb.start));
    if (!suffered && FOLLOWED.test(this.text.plain.slice(verb.end, verb.end + 1))) this.pending = null;
    return this.pending;
  }

  /** 8名工人吃完午饭后,出现食物中毒: the verb opens the clause behind the count, and no number stands behind it. */
  private reaches(verb: Verb, clauseFrom: number): boolean {
    const near = verb.start - clauseFrom <= OPENS_CLAUSE && clauseFrom - (this.pending?.end ?? 0) <= VERB_GAP;
    const between = this.text.plain.slice(this.pending?.end ?? 0, verb.start);
    return near && !NUMBER.test(between) && !NUMBER_AHEAD.test(this.text.plain.slice(verb.end, verb.end + 8));
  }

  private regrade(verb: Verb, clauseFrom: number): boolean {
    const last = this.mentions.at(-1);
    if (!last?.count || verb.start - last.end > VERB_GAP) return false;
    if (last.start < clauseFrom && !this.goesOn(clauseFrom, verb)) return false;
    if (last.end > verb.start || this.nextCountWithin(last.end, verb.start)) return false;
    if (this.touchesCount(verb.end) && (last.behind || GRADES.has(verb.role))) return false;
    const between = this.text.plain.slice(last.end, verb.start);
    if (PART_FOLLOWS.test(between) || NEGATED.test(between)) return false;
    if ((RANK[verb.role] ?? 0) > (RANK[last.role] ?? 0)) last.role = verb.role;
    last.end = verb.end;
    return true;
  }

  private goesOn(clauseFrom: number, verb: Verb): boolean {
    if (verb.role === 'serious' && verb.start - clauseFrom <= 1) return !this.countsSoon(verb.end);
    return verb.role !== 'saved' && GOES_ON.test(this.text.plain.slice(clauseFrom, clauseFrom + 8));
  }

  private countsSoon(at: number): boolean {
    const clause = CLAUSE_AHEAD.exec(this.text.plain.slice(at, at + 10))?.[0] ?? '';
    return spansBetween(this.counts, at, at + clause.length).length > 0;
  }

  /** 死亡6人失踪4人: each word is followed by its own number. */
  private touchesCount(at: number): boolean {
    const count = this.counts[this.next];
    return count !== undefined && count.start - at <= 2 && count.start >= at;
  }

  private nextCountWithin(from: number, to: number): boolean {
    return spansBetween(this.counts, from, to).some((count) => !count.bare);
  }

  /** 死亡人数升至12人, 死亡6人: the number behind the verb; of 从70人升至74人 the later one. */
  private ahead(verb: Verb): PersonCount | null {
    if (verb.role === 'involved') return null;
    let at = this.next;
    const skipBare = verb.role === 'evacuated';
    for (let count = this.counts[at]; count; count = this.counts[++at])
      if (count.start >= verb.end && !(skipBare && count.bare && count.start - verb.end < LOOK_AHEAD)) break;
    const count = this.counts[at];
    if (!count || count.start - verb.end > LOOK_AHEAD) return null;
    const filler = this.text.plain.slice(verb.end, count.start);
    if (verb.role === 'evacuated' ? !WHO_LEFT.test(filler) || count.bare : !joins(filler, count)) return null;
    if (ACTED_UPON.test(this.text.plain.slice(count.end, count.end + 4))) return null;
    this.next = at + 1;
    return count;
  }

  private say(verb: Verb, count: PersonCount, value: number, none: boolean): void {
    this.push(verb, none ? null : count, none ? 0 : value, none ? { none } : this.howSaid(verb, count));
  }

  private howSaid(verb: Verb, { partial }: PersonCount): Partial<Mention> {
    if (this.isCombined(verb)) return { implied: true };
    return partial ? { partial } : PLAIN;
  }

  private push(verb: Verb, count: PersonCount | null, value: number, how: Partial<Mention>): void {
    const { none = false, implied = false, partial = false } = how;
    this.mentions.push({
      role: verb.role,
      count,
      value,
      none,
      implied,
      partial,
      behind: count !== null && count.start >= verb.end,
      start: how.start ?? Math.min(count?.start ?? verb.start, verb.start),
      end: how.end ?? Math.max(count?.end ?? verb.end, verb.end),
      sentence: this.sentence,
    });
  }
}
