/** A stream of generated reports like a day's feeds: nearly all ordinary, one in a hundred a happening. */
const PLACES =
  '北京市 上海市 广州市 成都市 武汉市 西安市 长沙市 昆明市 福州市 济南市 郑州市 南昌市 贵阳市 兰州市'.split(' ');
const SUBJECTS =
  '市文化和旅游局 省图书馆 县融媒体中心 当地电视台 某出版社 区教育局 市场监管部门 高校研究团队 社区居委会 公交集团'.split(
    ' ',
  );
const DOINGS = [
  '举行新闻发布活动,介绍今年重点工作安排',
  '推出一批面向青少年的阅读推广项目',
  '启动为期三个月的专项检查',
  '与多家企业签署战略合作协议',
  '发布上半年运行数据,同比增长百分之六',
  '邀请专家学者研讨数字化转型路径',
  '完成老旧小区管网改造,惠及上千户居民',
  '公布新一批非物质文化遗产名录',
];
const DETAILS = [
  '负责人表示,下一步将继续完善服务举措,让群众有更多获得感。',
  '记者在现场看到,不少市民前来参观,气氛热烈。',
  '据介绍,该项目自去年启动以来进展顺利,已完成投资计划的八成。',
  '有关专家认为,这一做法具有示范意义,值得在更大范围推广。',
  '活动期间还安排了展览、讲座和互动体验等环节。',
  '数据显示,相关产业规模稳步扩大,新业态不断涌现。',
  '业内人士分析,受多重因素影响,价格短期内仍将保持平稳。',
  '当地气象部门预计,未来三天以多云为主,气温略有回升。',
  '不少网友留言表示期待,也有人提出了改进建议。',
  '下一阶段,各地将因地制宜制定实施细则,明确责任分工。',
];
const HAPPENINGS = ['仓库发生火灾', '化工厂发生爆炸', '一辆客车侧翻', '山体滑坡', '一在建工地坍塌'];
/** About as long as the body of a news item. */
const SENTENCES = 16;
const HAPPENING_EVERY = 100;

const pick = <T>(list: readonly T[], n: number): T => list[Math.abs(n) % list.length] as T;
/** Scatters neighbouring numbers, so that neighbouring items share little. */
const scattered = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 4;

export interface GeneratedItem {
  guid: string;
  title: string;
  text: string;
}

/** The n-th item of the stream; the same n gives the same item. */
export function streamItem(n: number): GeneratedItem {
  const at = scattered(n);
  const guid = `item-${n}`;
  if (n % HAPPENING_EVERY === 0) {
    const said = `${pick(PLACES, at)}${pick(HAPPENINGS, at >> 3)}`;
    const harm = `造成${1 + (at % 9)}人死亡、${at % 17}人受伤`;
    return { guid, title: `${said} ${harm}`, text: `今天上午,${said},${harm}。${details(at)}` };
  }
  const title = `${pick(PLACES, at)}${pick(SUBJECTS, at >> 4)}${pick(DOINGS, at >> 9)}(第${n}期)`;
  return { guid, title, text: `${title}。${details(at)}` };
}

const details = (at: number): string =>
  Array.from({ length: SENTENCES }, (_, i) => pick(DETAILS, scattered(at + i))).join('');

/** One RSS document of so many items, beginning with the given one; bodies are escaped HTML. */
export function streamFeed(from: number, items: number, published: Date): string {
  const date = published.toUTCString();
  const written = Array.from({ length: items }, (_, i) => {
    const { guid, title, text } = streamItem(from + i);
    return `<item><title>${title}</title><link>http://feed.test/${guid}</link><guid>${guid}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>bench</title>${written.join('')}</channel></rss>`;
}
