import { type Marked, markedAt } from './marked.js';
import type { MarkedText } from '../text/marked-text.js';

/** A turn of phrase that makes a text no happening of its own, whatever figures stand beside it. */
interface TrapPattern {
  /** An id of the traps of the lexicon. */
  id: string;
  title?: RegExp;
  /** Read in the opening of the text only. */
  opening?: RegExp;
}

/** How far into the text the opening reaches, in UTF-16 units: whoever denies or plays says so at once. */
const OPENING = 120;

const NUMBER = '[\\d一二两三四五六七八九十百千万亿几数多余近超]';
const HARM = '(?:死亡|遇难|身亡|丧生|失踪|失联|坠江|被埋|伤亡|遇害|死)';

/** Bounded repeats only: every pattern costs no more than its text is long. */
const PATTERNS: readonly TrapPattern[] = [
  {
    // 称“某地着火烧死18人”被罚; 某站爆炸致17人死亡?: a toll that is quoted or asked about, not told. 为何, 多少 ask about something else.
    id: 'rumour_denial',
    title: new RegExp(
      `(?:称|发|传|编|布|言)[“"'][^”"']{0,60}[”"'][^，,。]{0,8}[，,\\s]?.{0,4}(?:被拘|被罚|被警方|被查|被采取|被处|被行|警方|澄清|否认)|(?:紧急|官方|连夜|警方|当地)澄清|` +
        `^(?!.{0,200}(?:为何|为什么|多少|怎么|如何)).{0,200}?${NUMBER}[^，,。?？\\s]{0,10}${HARM}[”"’'》]?[?？]`,
    ),
    opening:
      /系(?:AI|ai|人工智能|旧|移花接木|嫁接|拼接|伪造|编造|捏造|谣)|AI生成|与事实不符|与事实严重不符|不实信息|虚假信息|虚假视频|谣言|造谣|未发生(?:此|该|上述)|编造[^，。]{0,20}(?:信息|视频|谣)|纯属(?:编造|虚构|捏造)|辟谣|无此事|并无此|澄清|失实|旧视频|旧图|情节[^，。]{0,6}虚构/,
  },
  {
    id: 'drill',
    title: /模拟[^，,。]{0,12}(?:发生|场景|情景|演|致|救援)|双盲测试|应急拉动|疏散演/,
    opening:
      /(?:举行|举办|开展|组织|启动|进行|参加)[^，。]{0,24}(?:演练|演习|推演|双盲测试|拉动|疏散活动)|(?:演练|演习)(?:假设|模拟|设定|假定|设置)|(?:情景|科目|场景)设定|应急拉动|^[^。]{0,40}假(?:定|设)[^。]{0,30}发生/,
  },
  {
    // 九月全国发生火灾3起: happenings counted over a time or a land (一夜间5起 is one night's news); 全国 with a toll: a sum.
    id: 'statistics',
    title: new RegExp(
      `^(?=.{0,200}?(?:全国|全省|全市|全区|月|年|季度|以来|期间|近期|连日)).{0,200}?[\\d两二三四五六七八九十百千万几数多余]起(?!余震|火点|来|飞|床|步)|全国(?!哀悼|降半旗|多地|多省|人大|政协|妇联|总工会)[^，,。!！]{0,14}(?:死亡|因灾|失踪|遇难|伤亡|身亡)|` +
        `(?:\\d{1,2}|[一二三四五六七八九十])月份[^，,。]{0,20}${HARM}|(?:上半年|下半年|全年|季度|今年以来|年来|年间|年均|每年|平均|春运|暑期|去年|前年|累计至少)[^，,。]{0,20}${HARM}|` +
        `(?:^|[\\s，,。:：])(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?![\\d一二三]|份?\\d|[上中下]旬)[^，,。\\d]{0,14}(?:灾害|灾|事故|火灾|交通|溺水)[^，,。]{0,12}${HARM}|死亡失踪\\d|` +
        `多次[^，,。]{0,6}(?:撞|发生|致)`,
    ),
  },
  {
    id: 'policy',
    title:
      /一律|以上(?:事故)?(?:为|属|定为|认定为)(?:重大|特别重大|较大)|重特大[^，,。]{0,8}(?:调查|规定|办法|条例|防范|遏制)/,
  },
  {
    id: 'warning',
    title: /^(?:(?!发生|地震|级).){0,20}(?:预测|预言|将有|将发生|要发生)[^，,。]{0,12}(?:地震|海啸)/,
  },
  {
    // 电影《…》讲述矿难死亡30人的故事: a work's plot, whatever its toll; a fire at its première is none.
    id: 'fiction',
    title:
      /(?:电影|影片|电视剧|剧集|网剧|短剧|纪录片|小说|话剧|舞剧|歌剧|游戏|漫画|动画|动漫|剧本|片子?|新书|新片|新剧)《[^》]{1,30}》[^，,。]{0,10}(?:讲述|讲的是|讲了|描写|描绘|再现|重现|还原|改编|取材|根据|背景|聚焦|展现|刻画|演绎)|(?:剧情|情节|片中|剧中|书中|电影里|剧里|小说里|游戏里|大结局)/,
  },
  {
    id: 'anniversary',
    title:
      /^(?:回顾|历史上的今天|往事|口述|重温|回望|揭秘|解密)|始末|亲历记|(?:回顾|往事|口述|重温|档案)[:：|｜]|历史上的/,
  },
];

function found(text: MarkedText, pattern: RegExp | undefined, to: number): Marked | null {
  const match = pattern?.exec(text.plain.slice(0, to));
  return match ? markedAt(text, { start: match.index, end: match.index + match[0].length }) : null;
}

/** The first turn of phrase that decides, or null. */
export function patternTrap(title: MarkedText, text: MarkedText): { id: string; marks: Marked[] } | null {
  for (const { id, title: inTitle, opening } of PATTERNS) {
    const mark = found(title, inTitle, title.plain.length) ?? found(text, opening, OPENING);
    if (mark) return { id, marks: [mark] };
  }
  return null;
}
