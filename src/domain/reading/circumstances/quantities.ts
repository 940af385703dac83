import { type Figure, figureAt } from '../figure.js';
import type { Quantity } from '../reading-rules.js';
import { type MarkedText, type Span, hasMark } from '../../text/marked-text.js';
import type { Numeral } from '../../text/numerals.js';
import { durations } from './duration.js';
import { REACH } from './said.js';

/** Where a quantity stands: what follows its number, and what must stand before or behind it in its sentence. */
interface Pattern {
  /** Straight behind the number; sticky, to be asked at that place without cutting the text. */
  unit: RegExp;
  before?: RegExp;
  after?: RegExp;
  /** In its clause: then it is something else. */
  not?: RegExp;
  /** Records, not persons: the figure says how many only about. */
  about?: RegExp;
}

const PERSON = /\s?(?:人|名|位|个人|口)(?![民次均选事物士])/y;
const LEAKED = /泄露|泄漏|外泄|窃取|盗取|被盗|流出|兜售|贩卖/;

/** Every pattern is literal: a number without its own unit and its own word beside it is no quantity. */
const COUNTS: readonly [Quantity, Pattern][] = [
  [
    'livesThreatened',
    { unit: PERSON, before: /(?:危及|威胁(?:到|着)?)[^，,。；;]{0,6}$/, after: /^[^，,。；;]{0,8}生命/ },
  ],
  [
    'livesThreatened',
    { unit: PERSON, after: /^[^，,。；;]{0,6}生命(?:安全)?(?:正)?(?:受到|面临|遭到?)[^，,。；;]{0,4}威胁/ },
  ],
  [
    'participants',
    {
      unit: PERSON,
      after: /^[^，,。；;]{0,14}(?:聚集|集会|游行|上访|罢工|罢课|罢市|围堵|围攻|冲击|示威|请愿|静坐|参与)/,
      not: /警|执勤|处置/,
    },
  ],
  [
    'participants',
    {
      unit: PERSON,
      before: /(?:聚集|参与|参加|集会|罢工)(?:者|的?人数|人员|人群)?(?:共|约|达|超过?|已?达到?|逾|近|了|有)*$/,
    },
  ],
  ['brawlParticipants', { unit: PERSON, after: /^[^，,。；;]{0,12}(?:械斗|斗殴|互殴|群殴)/ }],
  ['brawlParticipants', { unit: PERSON, before: /(?:械斗|斗殴|互殴|群殴)[^，,。；;]{0,10}(?:参与|涉及|共有?|约)$/ }],
  ['occupationalPoisoned', { unit: PERSON, after: /^[^，,。；;]{0,10}(?:职业|苯|铅|正己烷)中毒/ }],
  [
    'occupationalPoisoned',
    { unit: PERSON, before: /职业中毒[^。；;]{0,24}$/, after: /^[^，,。；;]{0,6}(?:中毒|住院|送医|入院)/ },
  ],
  ['occupationalDeaths', { unit: PERSON, before: /职业中毒[^。；;]{0,24}$/, after: /^[^，,。；;]{0,4}(?:死亡|身亡)/ }],
  ['cases', { unit: /\s?(?:例|名|人)/y, after: /^[^，,。；;]{0,14}(?:病例|患者|病人|鼠疫|霍乱|炭疽|确诊)/ }],
  ['cases', { unit: /\s?例/y, before: /(?:病例|确诊|报告|累计)[^，,。；;]{0,6}$/ }],
  ['strandedPersons', { unit: PERSON, after: /^[^，,。；;]{0,10}(?:滞留|被困|悬停|困在|悬在)/ }],
  ['derailedCars', { unit: /(?:辆|节)/y, after: /^[^，,。；;]{0,8}(?:脱轨|脱线|颠覆)/ }],
  ['derailedCars', { unit: /(?:辆|节)/y, before: /(?:脱轨|脱线|颠覆)[^，,。；;]{0,6}$/ }],
  ['households', { unit: /(?:户|个?家庭)/y, after: /^[^。；;]{0,20}(?:停水|断水|停气|断气|供水|供气|用水|用气|停暖)/ }],
  ['households', { unit: /(?:户|个?家庭)/y, before: /(?:停水|断水|停气|断气|供水|供气)[^。；;]{0,20}$/ }],
  ['powerLossPct', { unit: /%/y, before: /(?:减供负荷|负荷损失|损失负荷|减供)[^，,。；;]{0,16}$/ }],
  ['shipTonnes', { unit: /吨(?:级|位)?/y, after: /^[^，,。；;]{0,10}(?:船|轮|舰|艇)/ }],
  ['boilerMegawatts', { unit: /兆瓦/y, after: /^[^，,。；;]{0,10}锅炉/ }],
  [
    'leakedPersons',
    {
      unit: /\s?(?:多|余)?(?:人|名|位|个?(?:用户|客户|账户|账号|会员|公民|患者|考生|学生|网民)|条|份)/y,
      after: new RegExp(`^[^。；;]{0,24}(?:信息|数据|资料|隐私)?[^。；;]{0,12}(?:${LEAKED.source})`),
      not: /罚|元|举报|拦截|抓获|涉案人员/,
      about: /条|份/,
    },
  ],
  [
    'leakedPersons',
    {
      unit: /\s?(?:多|余)?(?:人|名|位|个?(?:用户|客户|账户|账号|会员|公民|患者|考生|学生|网民)|条|份)/y,
      before: new RegExp(`(?:${LEAKED.source})[^。；;]{0,20}$`),
      not: /罚|元|举报|拦截|抓获|涉案人员/,
      about: /条|份/,
    },
  ],
  [
    'reposts',
    { unit: /\s?(?:次|条|多次)?/y, before: /(?:转发|转载)(?:量|次数|数)?(?:已|达到?|超过?|逾|近|约|突破|高达|了)*$/ },
  ],
  ['reposts', { unit: /\s?次/y, after: /^(?:的)?(?:转发|转载)/ }],
  [
    'views',
    {
      unit: /\s?(?:次|人次)?/y,
      before: /(?:阅读|浏览|点击|播放|观看|访问)(?:量|次数|数|人次)?(?:已|达到?|超过?|逾|近|约|突破|高达|了)*$/,
    },
  ],
  ['views', { unit: /\s?(?:次|人次)/y, after: /^(?:的)?(?:阅读|浏览|点击|播放|观看|访问)/ }],
];

/** Lengths of time by the word of their sentence. */
const TIMES: readonly [Quantity, RegExp][] = [
  ['burningHours', /燃烧(?!面积)|烧了|明火(?!已)/],
  ['strandedHours', /滞留|被困|悬停|悬在|困在/],
  ['siteDownHours', /无法访问|不能访问|无法打开|打不开|无法登录|瘫痪|宕机|访问中断/],
  ['tamperHours', /篡改|植入|替换|劫持|有害信息/],
  ['cutHours', /中断|断航|停运|阻断|堵塞|封堵|断行|停播|黑屏|无信号|劣播|停水|断水|停气|断气|停止取水|停工/],
];

const CONTEXT = 30;

function sentenceAt(text: MarkedText, at: number): Span {
  return text.sentences.find(({ start, end }) => start <= at && at < end) ?? { start: 0, end: text.plain.length };
}

/** Of another time or only supposed: 去年, 曾, 可能. */
function isAside(text: MarkedText, from: number, at: number): boolean {
  return (['statistic', 'history', 'hypothetical'] as const).some((role) => hasMark(text, role, from, at));
}

function countBy(text: MarkedText, numeral: Numeral, pattern: Pattern): Figure | null {
  const { plain } = text;
  pattern.unit.lastIndex = numeral.end;
  const unit = pattern.unit.exec(plain)?.[0];
  if (unit === undefined) return null;
  const span = sentenceAt(text, numeral.start);
  const end = numeral.end + unit.length;
  const before = plain.slice(Math.max(span.start, numeral.start - CONTEXT), numeral.start);
  const after = plain.slice(end, Math.min(span.end, end + CONTEXT + CONTEXT));
  const said = (pattern.before?.test(before) ?? true) && (pattern.after?.test(after) ?? true);
  const clause = before.slice(-10) + after.slice(0, 10);
  if (!said || pattern.not?.test(clause) || isAside(text, span.start, numeral.start)) return null;
  const bound = pattern.about?.test(unit) ? 'about' : numeral.bound;
  return figureAt(text, numeral.value, bound, numeral.start, end);
}

/** What tells how many of each, by its name. */
const PATTERNS = new Map<Quantity, Pattern[]>();
for (const [name, pattern] of COUNTS) PATTERNS.set(name, [...(PATTERNS.get(name) ?? []), pattern]);

function counts(text: MarkedText, metric: Quantity): Figure[] {
  const patterns = PATTERNS.get(metric);
  if (!patterns) return [];
  const found: Figure[] = [];
  for (const numeral of text.numerals) {
    if (numeral.start >= REACH) break;
    const figure = firstOf(patterns, (pattern) => countBy(text, numeral, pattern));
    if (figure) found.push(figure);
  }
  return found;
}

function firstOf<T, U>(list: readonly T[], ask: (one: T) => U | null): U | null {
  for (const one of list) {
    const answer = ask(one);
    if (answer !== null) return answer;
  }
  return null;
}

const WORDS_OF_TIMES = new Map(TIMES);

function times(text: MarkedText, metric: Quantity): Figure[] {
  const word = WORDS_OF_TIMES.get(metric);
  if (!word) return [];
  return durations(text).flatMap(({ figure, end }) => {
    const span = sentenceAt(text, figure.start);
    const around = text.plain.slice(Math.max(span.start, figure.start - CONTEXT), Math.min(span.end, end + CONTEXT));
    const read = figure.start < REACH && word.test(around) && !isAside(text, span.start, figure.start);
    return read ? [figure] : [];
  });
}

/** One quantity of the happening: the title's greatest, else the text's. null: the article does not say. */
export function quantityOf(metric: Quantity, fields: readonly MarkedText[]): Figure | null {
  for (const text of fields) {
    const [greatest] = [...counts(text, metric), ...times(text, metric)].sort((a, b) => b.value - a.value);
    if (greatest) return greatest;
  }
  return null;
}
