import { shippedReadingRules } from '../../../../test/support/reading-rules.js';
import { readArticle } from '../assessment.js';

const rules = shippedReadingRules();
const publishedAt = new Date('2026-11-22T08:00:00Z');
const read = (title: string, text = '') => readArticle({ title, text, publishedAt }, rules);

describe("the office's own kinds of happening", () => {
  it.each([
    ['甲省卫视节目突遭非法插播 台方致歉', '安全播出突发事件'],
    ['甲市电视台两个频道播出中断40分钟', '安全播出突发事件'],
    ['甲县广播电视台发射台遭雷击,全县停播3小时', '安全播出突发事件'],
    ['央视某频道世界杯直播信号中断', '安全播出突发事件'],
    ['甲省电视台错播节目引误会', '安全播出突发事件'],
    ['甲市政府门户网站遭篡改', '网站账号被侵入'],
    ['甲省日报社官网被黑客攻击', '网站账号被侵入'],
    ['甲省广播电视台官方微博被盗 已报警', '网站账号被侵入'],
    ['三年级数学课本出现严重差错', '教材出版物差错'],
    ['某出版社地图册印错国界线', '教材出版物差错'],
    ['甲出版社读者个人信息遭泄露', '数据泄露'],
  ])('%s', (title, kind) => {
    expect(read(title)).toMatchObject({ isIncident: true, eventKind: kind, scope: 'domestic', phase: 'breaking' });
  });

  it('reads the opening where the title only names the station', () => {
    const { eventKind, level, basis } = read(
      '甲市广播电视台致歉',
      '11月21日晚,因设备故障,我台综合频道播出中断12分钟。',
    );
    expect({ eventKind, level, basis }).toEqual({ eventKind: '安全播出突发事件', level: 'IV', basis: 'INTERNAL' });
  });

  it.each([
    '甲剧突然停播 出品方回应',
    '网红主播停播后现身',
    '甲股票停牌 公司公告重大事项',
    '甲歌手演出中断 现场观众离场',
    '某主播直播间黑屏三分钟',
    '手机黑屏怎么办',
    '甲省电视台将于周三停机检修,部分频道信号中断',
    '广播电视安全播出应急演练举行 模拟频道信号中断',
    '如何防范网站被篡改',
    '游戏账号被盗能找回吗',
    '期末考试试卷泄题 教育局通报',
    '电视剧里主角破解电视台非法插播案',
    '网传甲卫视被非法插播系谣言',
    '警惕个人信息泄露 这些习惯要改',
    '两国外交关系中断',
    '国家卫星发射成功',
  ])('%s: none of them', (title) => {
    expect(read(title).isIncident).toBe(false);
  });

  it('names the words that say so', () => {
    expect(read('甲市电视台两个频道突然黑屏').why.kind.map(({ span }) => span)).toEqual(['电视台', '黑屏']);
  });
});

describe('its level', () => {
  it('is of the office alone: it alerts, but no law stands behind it', () => {
    const { level, basis, verified, alert } = read('央视一频道播出中断', '中央电视台一频道昨晚播出中断。');
    expect({ level, basis, verified, alert }).toEqual({ level: 'I', basis: 'INTERNAL', verified: false, alert: true });
  });

  it('takes the lines of the law where people came to harm', () => {
    const reading = read('甲省电视台机房火灾致11人死亡 频道播出中断');
    expect(reading).toMatchObject({ eventKind: '火灾', level: 'II', basis: 'STATUTORY' });
    expect(reading.grades.map(({ basis }) => basis)).toContain('INTERNAL');
  });

  it('does not hide a level by law behind a table nobody adopted', () => {
    const reading = read('央视机房火灾致11人死亡 频道播出中断', '中央电视台机房起火,播出中断。');
    expect(reading.grades).toContainEqual(expect.objectContaining({ ruleId: 'AB-I' }));
    expect(reading).toMatchObject({ level: 'II', basis: 'STATUTORY' });
  });

  it('counts 重大人员伤亡 without a number by law, provisionally, though a table nobody adopted has a level', () => {
    const reading = read('央视机房发生爆炸 播出中断', '今晨,中央电视台机房发生爆炸,造成重大人员伤亡,播出中断。');
    expect(reading.grades).toContainEqual(expect.objectContaining({ basis: 'INTERNAL', verified: false }));
    expect(reading).toMatchObject({ level: null, basis: null, provisional: true, alert: true });
  });

  it('lets a count of the injured not lower 重大人员伤亡', () => {
    const reading = read('甲市一居民楼发生爆炸', '今晨,甲市一居民楼爆炸,造成重大人员伤亡,已有12人送医,1人重伤。');
    expect(reading).toMatchObject({ level: null, provisional: true, alert: true });
  });

  it.each([
    ['甲网站用户数据遭泄露', '平台承认1.1亿用户个人信息被泄露。', 'CY-I', 'STATUTORY'],
    ['甲网站用户数据遭泄露', '平台承认9000万用户个人信息被泄露。', 'DL-II', 'INTERNAL'],
    ['甲县电视台频道停播6小时', '', 'AB-III', 'INTERNAL'],
    ['甲县电视台频道停播5小时', '', 'AB-IV', 'INTERNAL'],
    ['甲省电视台播出中断', '全省有线电视播出中断1小时。', 'AB-II', 'INTERNAL'],
    ['甲省电视台播出中断', '全省有线电视播出中断55分钟。', 'AB-III', 'INTERNAL'],
  ])('%s %s: %s', (title, text, ruleId, basis) => {
    expect(read(title, text)).toMatchObject({ ruleId, basis });
  });
});
