import type { Publisher, PublisherIndex } from './publishers.js';

/** Credits stand at the begin and at the end; in between, sources are quoted for single sentences. UTF-16 units. */
const HEAD = 300;
const TAIL = 200;

const NAME = String.raw`[《“"]?([\p{Script=Han}A-Za-z0-9·.&\-]{2,30})`;

/** 来源:新华社; (稿源:某报). What money, pictures and data come from is no credit. */
const CREDIT = new RegExp(
  String.raw`(?<!资金|经费|收入|图片|照片|视频|数据|感染|食物|货物)(?:来源|稿源|出处)\s*:\s*${NAME}`,
  'gu',
);
/** 转自:某报; 转载自某报; 原载于某报 */
const REPRINT = new RegExp(String.raw`(?:转自|转载自|转载于|摘自|原载于?|首发于)\s*:?\s*${NAME}`, 'gu');
/** 新华社北京11月22日电; 某报11月22日讯 */
const DATELINE = /([\p{Script=Han}]{1,8}?[社网报])[\p{Script=Han}·、]{0,14}?(?:\d{1,2}月)?\d{1,2}日(?:电|讯)/gu;
/** 央视网消息: at the very begin */
const NEWS_OF = /^[\s(【]*([\p{Script=Han}]{2,12}?)(?:客户端)?消息[\s,:(]/gu;
/** 据新华社报道; 据央视新闻客户端11月22日消息; 据某市应急管理局通报 */
const ACCORDING =
  /据[《“"]?([\p{Script=Han}A-Za-z0-9·]{2,24}?)[》”"]?(?:官方)?(?:客户端|微信公众号|公众号|微博|微信|网站)?(?:\([^)]{0,20}\))?(?:\d{1,2}月)?(?:\d{1,2}日|今日|今天|昨日|最新)?(?:报道|消息|通报|发布|披露|介绍|电)/gu;
/** What follows a name without a blank between. */
const AFTER_NAME = /(?:责任编辑|责编|编辑|作者|记者|审核|时间|日期|点击).*$/u;

/**
 * Whose report an article carries, as its own words say; null when it says nothing. A credit line names whomever it likes; a date
 * line and 据…报道 must name somebody known or a public body, for 据目击者介绍 names no source.
 */
export function originalSource(
  { title, text }: { title: string; text: string },
  index: PublisherIndex,
): Publisher | null {
  const plain = text.normalize('NFKC');
  const ends = [plain.slice(0, HEAD), plain.length > HEAD ? plain.slice(-TAIL) : ''];
  const [credit] = [...names(ends, CREDIT), ...names(ends, REPRINT)];
  if (credit !== undefined) return index.named(credit.replace(AFTER_NAME, ''));
  const told = [
    ...names(ends, DATELINE),
    ...names(ends.slice(0, 1), NEWS_OF),
    ...names([title.normalize('NFKC'), ...ends], ACCORDING),
  ];
  return told.map((name) => index.known(name)).find((publisher) => publisher !== null) ?? null;
}

function names(ends: readonly string[], pattern: RegExp): string[] {
  return ends.flatMap((end) => [...end.matchAll(pattern)].flatMap((match) => match[1] ?? []));
}
