import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { readArticle } from './assessment.js';

const rules = shippedReadingRules();
const publishedAt = new Date('2026-11-22T08:00:00Z');

const gradesOf = (title: string, text: string) => readArticle({ title, text, publishedAt }, rules).grades;

/** One invented text for every row that a text can reach. */
const TEXTS: Record<string, [title: string, text: string]> = {
  'WS-I': ['甲县一化工厂爆炸致31人死亡', ''],
  'WS-II': ['甲县一化工厂爆炸致12人死亡', ''],
  'WS-III': ['甲县一化工厂爆炸致4人死亡', ''],
  'WS-IV': ['甲县一化工厂爆炸致1人死亡', ''],
  'SE-I': ['甲市一索道故障', '120名游客在索道上高空滞留达50小时。'],
  'SE-II': ['甲市一索道故障', '120名游客在索道上高空滞留达30小时。'],
  'SE-III': ['甲市一工地塔吊倾覆', '昨日,一工地塔吊整体倾覆,无人员伤亡。'],
  'SE-IV': ['甲市一小区电梯故障', '4人被困电梯轿厢3小时后脱险。'],
  'RW-I': ['旅客列车脱轨', '京广线一旅客列车20辆脱轨,中断行车50小时。'],
  'RW-II': ['旅客列车脱轨', '某支线一旅客列车19辆脱轨。'],
  'RW-III': ['货运列车脱轨', '某支线一货运列车8辆脱轨。'],
  'SA-I': ['甲县煤矿透水事故', '事故危及35人生命安全,救援正在进行。'],
  'SA-I-2': ['甲市大面积停电', '电网故障,减供负荷达35%。'],
  'SA-II': ['甲县煤矿透水事故', '事故危及12人生命安全,救援正在进行。'],
  'EN-I': ['甲市水污染事件', '受其影响,乙市自来水厂取水中断。'],
  'EN-II': ['甲市水污染事件', '受其影响,乙县自来水厂停止取水。'],
  'EN-III': ['甲市水污染事件', '直接经济损失600万元。'],
  'EN-IV': ['甲市水污染事件', '直接经济损失100万元。'],
  'EQ-I': ['四川甲县发生地震致310人死亡', ''],
  'EQ-II': ['四川甲县发生地震致60人死亡', ''],
  'EQ-III': ['四川甲县发生地震致11人死亡', ''],
  'EQ-IV': ['四川甲县发生地震致2人死亡', ''],
  'FL-I': ['洪水冲毁大坝', '昨夜,某大型水库发生垮坝。'],
  'FL-II': ['洪水冲毁大坝', '昨夜,某中型水库发生溃坝。'],
  'WX-I': ['甲市遭台风袭击致32人死亡', ''],
  'WX-II': ['甲市遭台风袭击致12人死亡', ''],
  'GE-I': ['甲县山体滑坡致33人死亡', ''],
  'GE-II': ['甲县山体滑坡致13人死亡', ''],
  'FF-I': ['甲县森林火灾致30人死亡', ''],
  'FF-II': ['甲县森林火灾', '火场已连续燃烧80小时,仍未控制。'],
  'PH-I': ['甲市发现肺鼠疫病例', '肺鼠疫疫情出现扩散趋势。'],
  'PH-II': ['甲县发现肺鼠疫', '当地已报告6例肺鼠疫病例。'],
  'FS-II': ['甲市一酒楼食物中毒', '共有130人中毒,2人死亡。'],
  'FS-III': ['甲市一酒楼食物中毒', '共有110人中毒。'],
  'FS-IV': ['甲市一酒楼食物中毒', '共有11人中毒。'],
  'MS-I': ['甲县发生群体性事件', '约6000人聚集。'],
  'MS-II': ['甲县发生群体性事件', '约1200人聚集。'],
  'CY-I': ['甲公司数据泄露', '约1.2亿用户个人信息遭泄露。'],
  'CY-II': ['甲公司数据泄露', '约2000万用户个人信息遭泄露。'],
  'CY-III': ['甲公司数据泄露', '约200万用户个人信息遭泄露。'],
  'AB-I': ['央视某频道播出中断', '昨晚,中央电视台某频道播出中断20分钟。'],
  'AB-II': ['甲省卫视遭非法插播', '昨晚,甲省卫视节目被插播反动内容。'],
  'AB-III': ['甲省电视台突然停播', '昨晚,甲省电视台播出中断10分钟。'],
  'AB-IV': ['甲县电视台频道黑屏', '昨晚,县电视台一频道黑屏。'],
  'WB-I': ['总局官网被黑客攻击', '总局官网一度出现违法有害信息。'],
  'WB-II': ['总局官网被黑客攻击', '经处置已恢复。'],
  'WB-III': ['甲县官方微博被盗', '账号发布赌博信息,属违法信息。'],
  'WB-IV': ['甲县官方微博被盗', '账号已找回。'],
  'PB-II': ['小学教材出现严重差错', '人教版一册课本中国国界标注错误,属严重差错。'],
  'PB-III': ['小学教材出现差错', '人教版一册课本插图有误。'],
  'PB-IV': ['一本教辅印错答案', '一本教辅印错三道题答案。'],
  'DL-II': ['甲平台用户数据遭泄露', '约1500万用户信息遭泄露。'],
  'DL-III': ['甲平台用户数据遭泄露', '约150万用户信息遭泄露。'],
  'DL-IV': ['甲平台用户数据遭泄露', '平台称正在调查。'],
};

const rows = [...rules.severity.rows, ...rules.severity.internal.rows];

describe('every row that a text can reach', () => {
  it('unless it is said where in China', () => {
    const [title, text] = TEXTS['FF-II'] ?? ['', ''];
    expect(gradesOf(`四川${title}`, text)).not.toEqual([]);
    expect(gradesOf(title, text)).toEqual([]);
  });

  it.each(rows.filter((row) => !row.byPerson).map((row) => [row.id] as const))('%s is reached', (id) => {
    const [title, text] = TEXTS[id] ?? ['', ''];
    expect(gradesOf(`四川${title}`, text).map(({ ruleId }) => ruleId)).toContain(id);
  });

  it('rows that no text reaches are left to a person', () => {
    expect(rows.filter((row) => row.byPerson).map(({ id }) => id)).toEqual(['FS-I', 'FI-I', 'FI-II']);
  });
});
