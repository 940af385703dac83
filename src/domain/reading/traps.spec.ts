import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { readArticle } from './assessment.js';

const rules = shippedReadingRules();
const read = (title: string, text = '') =>
  readArticle({ title, text, publishedAt: new Date('2026-05-12T10:00:00+08:00') }, rules);

describe('what is no happening', () => {
  it.each([
    ['某市举行地震应急演练 模拟30人死亡', 'drill'],
    ['网传某县洪灾致13人死亡系谣言', 'rumour_denial'],
    ['某站爆炸致17人死亡？假的', 'rumour_denial'],
    ['影片上映首日 片中大火烧死40人', 'fiction'],
    ['新剧杀青 主演火场戏受伤', 'fiction'],
    ['电影《深井》讲述矿难死亡30人的故事', 'fiction'],
    ['网游新副本开启 击杀100人', 'fiction'],
    ['大地震五十周年 当年3000人遇难', 'anniversary'],
    ['主席就某国洪灾致慰问电', 'diplomacy'],
    ['人事地震 某公司三人离职', 'metaphor'],
    ['主队惨败 德比战火药味爆炸', 'sport'],
    ['股市地震 千股跌停', 'finance'],
    ['暴雨橙色预警 注意防范山洪', 'warning'],
    ['今年以来交通事故同比下降', 'statistics'],
    ['某演员因病去世 享年70岁', 'natural_death'],
    ['纵火案被告人一审被判死刑', 'trial'],
  ])('%s', (title, trap) => {
    expect(read(title)).toMatchObject({ trap, isIncident: false, alert: false, level: null });
  });

  it('looks past soft words when the title states casualties of a happening', () => {
    expect(read('演唱会发生踩踏事故 已致12人死亡')).toMatchObject({ trap: null, isIncident: true, level: 'II' });
    expect(read('电影院火灾已致30人死亡')).toMatchObject({ trap: null, level: 'I', alert: true });
    expect(read('电影《长河》片场火灾致12人死亡')).toMatchObject({ trap: null, level: 'II' });
  });

  it('looks past calls for caution when the opening of fresh news states casualties', () => {
    const title = '领导对某县山体滑坡作出指示 要求排查隐患 防范次生灾害';
    const text = '5月12日6时许，某县发生山体滑坡，造成47人失联。';
    expect(read(title, text)).toMatchObject({ trap: null, level: 'I', alert: true });
  });

  it('does not read a work named in 《》 for a happening', () => {
    expect(read('《大爆炸》重印').isIncident).toBe(false);
  });
});

describe('phases that start nothing', () => {
  it.each([
    ['13人获刑，某地致26死38伤火灾一审宣判', 'aftermath'],
    ['致15人死亡 某地水上交通事故调查报告公布', 'aftermath'],
    ['某地矿难周年祭 遇难31人', null],
  ])('%s', (title, phase) => {
    const reading = read(title);
    expect(reading.alert).toBe(false);
    expect(reading.phase).toBe(phase);
  });

  it('knows an old happening by its date', () => {
    const reading = read('某地客车坠崖致16死系司机操作不当', '今年3月1日发生的客车坠崖事故，造成16人死亡。');
    expect(reading).toMatchObject({ phase: 'aftermath', alert: false });
  });

  it('takes a culprit caught for a later story only when the title does not state the toll', () => {
    expect(read('驾车冲撞行人致12人死亡 嫌犯落网')).toMatchObject({ phase: 'breaking', alert: true });
    expect(read('冲撞行人案嫌犯落网')).toMatchObject({ phase: 'aftermath', alert: false });
  });

  it('tells breaking from update', () => {
    expect(read('某地发生火灾致11人死亡').phase).toBe('breaking');
    expect(read('某地火灾死亡人数升至14人').phase).toBe('update');
  });
});

describe('where', () => {
  it.each([
    ['印度一客车坠谷致26人死亡', 'foreign'],
    ['俄一工厂爆炸致20死', 'foreign'],
    ['美小型飞机坠落致14死', 'foreign'],
    ['香港一工地棚架倒塌致10人死亡', 'hkmotw'],
    ['贵州一煤矿透水致12人遇难', 'domestic'],
    ['某高速公路车祸致12死', 'domestic'],
    ['中国游客在泰国遇车祸12死', 'foreign'],
  ])('%s is %s', (title, scope) => {
    expect(read(title).scope).toBe(scope);
  });

  it('counts only the Chinese part of a happening on both sides of a border', () => {
    const reading = read('尼泊尔强震多人伤亡 西藏聂拉木县5死20伤', '尼泊尔已有60人死亡。西藏聂拉木县5人死亡。');
    expect(reading).toMatchObject({ scope: 'mixed', level: 'III', alert: false });
    expect(reading.facts.deaths?.value).toBe(5);
  });

  it('does not see 海地 in 威海地震', () => {
    expect(read('威海地震无人员伤亡').scope).toBe('domestic');
  });

  it.each([
    ['贵州铜仁一厂房起火', ['贵州省', '铜仁市']],
    ['云南福贡县发生山体滑坡', ['云南省', '怒江傈僳族自治州', '福贡县']],
    ['福建晋江一鞋厂火灾', ['福建省', '泉州市', '晋江市']],
    ['北京密云暴雨', ['北京市', '密云区']],
    ['恩施州一客车侧翻', ['湖北省', '恩施土家族苗族自治州']],
    ['印度发生地震', []],
    ['甘肃临夏州积石山县地震', ['甘肃省', '临夏回族自治州', '积石山保安族东乡族撒拉族自治县']],
    ['河南安阳一厂房起火', ['河南省', '安阳市']],
    ['美国黄石公园附近两车相撞', []],
  ])('%s', (title, places) => {
    expect(read(title).places).toEqual(places);
  });
});

describe('重大人员伤亡 without a number', () => {
  it('alerts, provisionally and without a level', () => {
    const reading = read(
      '领导对防汛救灾工作作出重要指示',
      '近日某省遭遇强降雨，引发山洪，造成重大人员伤亡和财产损失。',
    );
    expect(reading).toMatchObject({ alert: true, level: null, provisional: true });
  });

  it.each(['防范遏制重大人员伤亡', '未造成重大人员伤亡', '避免造成重大人员伤亡'])('not from %s', (words) => {
    expect(read('某县发生山洪', `某县发生山洪，各地要${words}。`).alert).toBe(false);
  });
});

describe('official grades', () => {
  it.each([
    ['国务院安委会挂牌督办某市重大火灾事故', 'II', 'OFFICIAL'],
    ['某市“6·21”特别重大爆炸事故调查组成立', 'I', 'OFFICIAL'],
    ['某地发生重大交通事故致1死', 'IV', 'STATUTORY'],
    ['某地特大交通事故4人死亡', 'III', 'STATUTORY'],
    ['挂牌督办 某地重大火灾事故已致31人死亡', 'I', 'STATUTORY'],
  ])('%s is %s (%s)', (title, level, basis) => {
    expect(read(title)).toMatchObject({ level, basis });
  });

  it.each(['某公司经理涉嫌重大责任事故罪被拘', '严防重大火灾事故发生'])('none in %s', (title) => {
    expect(read(title).basis).not.toBe('OFFICIAL');
  });
});
