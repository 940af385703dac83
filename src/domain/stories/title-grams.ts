import { WordMatcher } from '../text/word-matcher.js';
import { shortOf } from './story-places.js';

/** Words of the trade that say nothing of which happening is meant; they part a title instead of standing in it. */
const NEWS_SPEAK = [
  '有哪些信息值得关注|具体情况如何|将带来哪些影响|意味着什么|如何评价|如何看待|怎么看|最新消息|最新情况|最新进展|情况不详|情况不明',
  '国务院安委会|国务院|安委会|国安委|应急管理部|公安部|外交部|党中央|新闻发布会|发布会|新华社|人民网|央视|总台|人民日报|新闻联播|广电总局|国家广播电视总局',
  '作出重要指示|重要指示|作出批示|批示|习近平|李强|张国清|强调|要求|全力|组织|挂牌督办|提级调查|调查组|工作组|专家组|调查|负责人|被控制|责任人',
  '人员伤亡|伤亡|死亡|遇难|身亡|罹难|受伤|重伤|轻伤|失联|失踪|被困|获救|送医|救治|伤者|伤员|遇难者|死者|目击者|亲历者|家属|当事人|网友|记者|专家|官方|当地|现场|视频|直播|快讯|持续更新|直击|探访|独家|图集|组图|曝光|画面',
  '发生|造成|导致|致使|已致|共致|升至|增至|上升至|上升到|至少|超过|约有|多人|多名|数人|事故|事件|灾害|情况|原因|救援|抢险|搜救|处置|善后|进展|通报|回应|介绍|发布|公布|宣布|表示|披露|确认|核实|正在|已经|目前|仍有|还有|初步|持续|紧急|启动|响应',
  '中国|我国|全国|国家|今天|今日|昨日|昨天|明天|上午|下午|凌晨|晚上|日前|近日|最新|首次|首个|什么|怎么|如何|为何|为什么|哪些|多少|没有|可以|不能|这些|那些|一个|一名|一处|一家|一起|一次|关于|对于|进行|开展|相关|有关|部门|工作|问题|影响',
]
  .join('|')
  .split('|');

const SPEAK = new WordMatcher(NEWS_SPEAK);
/** `持续更新丨`, `视频|`, `快讯:` before the title proper. */
const LABEL = /^[^丨|｜:：]{1,6}[丨|｜]/u;
const WORD_RUNS =
  /\p{Script=Han}+|[a-z]+-?\d+[a-z]*|[a-z]{2,}|(?<![\d.:])(?!(?:19|20)\d\d(?!\d))\d{3,4}(?![\d.,:%万亿千百余多元块米公里克斤吨度号年月日时分秒点页集章套台架条款家户倍届])/gu;
/** `3·15`, `4+4`: names made of figures. */
const FIGURE_NAME = /(\d)[·・+](?=\d)/gu;
/** Words of the kind of happening: kinds are compared by themselves. */
const HAPPENING =
  /火灾|大火|火警|起火|着火|失火|地震|强震|余震|爆炸|爆燃|车祸|交通事故|相撞|追尾|坍塌|垮塌|倒塌|滑坡|泥石流|洪水|山洪|暴雨|台风|食物中毒|中毒|坠毁|坠机|空难|侧翻|倾覆|突发|灾区|灾情|受灾/;
/** Counts of persons: figures are compared by themselves. */
const COUNTS = /[二两三四五六七八九十百千万\d.]{1,12}[余多]?(?:人|名|位|例|死|伤|亡|岁|天|小时|辆|级|次)/;
/** One-character words that tie others together. */
const TIES = /[的了在和与及对被为将把是有就也都还又或等着过吗呢吧啊一致已]/;
const UNTELLING = new RegExp([HAPPENING, COUNTS, TIES].map(({ source }) => source).join('|'), 'g');

/** The longest words of the trade that stand one behind the other, each a blank instead. */
function withoutSpeak(plain: string): string {
  const longest = new Array<number>(plain.length).fill(0);
  SPEAK.scan(plain, (_, start, end) => (longest[start] = end));
  let rest = '';
  let copied = 0;
  for (let at = 0; at < plain.length; at++) {
    const end = longest[at] ?? 0;
    if (end === 0) continue;
    rest += `${plain.slice(copied, at)} `;
    copied = end;
    at = end - 1;
  }
  return rest + plain.slice(copied);
}

/** The pieces of a title that can tell one happening from another; `places` are left out, they are compared by themselves. */
export function tellingRuns(title: string, places: readonly string[]): string[] {
  return runsOf(normal(title), places);
}

const normal = (title: string): string => title.normalize('NFKC').toLowerCase();

function runsOf(title: string, places: readonly string[]): string[] {
  let plain = title.replace(LABEL, '').replace(FIGURE_NAME, '$1');
  for (const place of places) {
    const short = shortOf(place);
    plain = plain.replaceAll(place, ' ');
    if (short.length > 1) plain = plain.replaceAll(short, ' ');
  }
  return withoutSpeak(plain).replace(UNTELLING, ' ').match(WORD_RUNS) ?? [];
}

/** Works and documents that a title names; papers and programmes that only report are none. */
const NAMED_WORK = /《([^《》]{2,24})》/gu;
const REPORTING =
  /(?:日报|晚报|时报|邮报|新闻|周刊|杂志|联播|访谈|早报|财经|评论|观察)$|^(?:自然|科学|柳叶刀|求是|细胞)/u;
/** Characters of two UTF-16 units. */
const HAS_RARE = /[\ud800-\udbff]/;
/** A title that names more works is a list. */
const MOST_WORKS = 2;

/** `《…》` as it stands, without inner spaces. */
function worksIn(plain: string): string[] {
  if (!plain.includes('《')) return [];
  const works = [...plain.matchAll(NAMED_WORK)].map(([, name]) => (name ?? '').replace(/\s+/gu, ''));
  const told = [...new Set(works)].filter((name) => !REPORTING.test(name));
  return told.length > MOST_WORKS ? [] : told.map((name) => `《${name}》`);
}

/** Overlapping pieces of two and of three characters (a rare one of two UTF-16 units is one); a Latin word stands whole. */
export function gramsOf(title: string, places: readonly string[]): string[] {
  const plain = normal(title);
  const grams = worksIn(plain);
  for (const run of runsOf(plain, places)) {
    if (/^[a-z\d]/.test(run)) grams.push(run.replace('-', ''));
    else addPieces(grams, run);
  }
  return grams;
}

function addPieces(grams: string[], run: string): void {
  const signs = HAS_RARE.test(run) ? [...run] : null;
  const length = signs?.length ?? run.length;
  for (const size of [2, 3])
    for (let at = 0; at + size <= length; at++)
      grams.push(signs ? signs.slice(at, at + size).join('') : run.slice(at, at + size));
}
