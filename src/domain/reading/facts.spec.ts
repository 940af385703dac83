import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { readArticle } from './assessment.js';

const rules = shippedReadingRules();
const PUBLISHED = new Date('2026-05-12T10:00:00+08:00');

const facts = (title: string, text = '') => readArticle({ title, text, publishedAt: PUBLISHED }, rules).facts;

/** Values alone, by name; what is not said is left out. */
function said(title: string, text = ''): Record<string, number> {
  const found = Object.entries(facts(title, text)).flatMap(([name, figure]) =>
    figure ? [[name, figure.value] as const] : [],
  );
  return Object.fromEntries(found);
}

describe('casualties in a headline', () => {
  it.each([
    ['某地两车相撞致6死38伤', { deaths: 6, injuries: 38 }],
    ['某县山洪已致7死9失联', { deaths: 7, missing: 9 }],
    ['某工厂火灾造成十二人遇难', { deaths: 12 }],
    ['某矿透水事故 死亡人数升至31人', { deaths: 31 }],
    ['某市客车坠河 死亡6人失踪4人', { deaths: 6, missing: 4 }],
    ['某地泥石流17人失联正在搜救中', { missing: 17 }],
    ['某镇爆燃事故致1死 多人受伤', { deaths: 1 }],
    ['某地滑坡1人死亡2人获救', { deaths: 1 }],
    ['某市一家五口车辆坠崖全部遇难', { deaths: 5 }],
    ['某市货车坠崖 2人均当场死亡', { deaths: 2 }],
    ['某厂爆炸3人身亡6人伤', { deaths: 3, injuries: 6 }],
    ['某市民宅火灾夺去七条人命', { deaths: 7 }],
    ['某市一写字楼外墙脱落 砸伤路人3名', { injuries: 3 }],
    ['某地货车侧翻 一环卫工被撞身亡', { deaths: 1 }],
    ['某地火灾无人员伤亡', { deaths: 0, injuries: 0 }],
    ['某地地震暂无人员伤亡报告', { deaths: 0, injuries: 0 }],
    ['某地5.5级地震致13人受伤，均为轻微伤', { injuries: 13, seriousInjuries: 0, magnitude: 5.5 }],
    ['某厂80余名员工食物中毒', { poisoned: 80 }],
    ['某地翻车死3人伤5人', { deaths: 3, injuries: 5 }],
    ['某地地震致10死101人失联', { deaths: 10, missing: 101 }],
    ['某地客船倾覆12人无一生还', { deaths: 12 }],
    ['某地15名男子涉嫌杀害4人', { deaths: 4 }],
    ['3人造谣火灾死人被拘', {}],
    ['40万遗体保存费引争议', {}],
  ])('%s', (title, expected) => {
    expect(said(title)).toEqual(expected);
  });
});

describe('casualties in a text', () => {
  const of = (text: string) => said('某地发生事故', `5月11日，某地发生事故。${text}`);

  it('never adds the part to the whole (其中)', () => {
    expect(of('事故造成20人受伤，其中4人受重伤。')).toEqual({ injuries: 20, seriousInjuries: 4 });
    expect(of('火灾导致16人死亡，其中2名儿童死亡。')).toEqual({ deaths: 16 });
  });

  it('adds serious and light injuries that stand side by side', () => {
    expect(of('事故致3人重伤，14人轻微伤。')).toEqual({ seriousInjuries: 3, injuries: 17 });
  });

  it('adds deaths in stages and place by place', () => {
    expect(of('1人当场死亡，3人送往医院途中死亡。')).toMatchObject({ deaths: 4 });
    expect(of('云南省死亡6人，四川省死亡32人。')).toMatchObject({ deaths: 38 });
  });

  it('adds persons of two sorts hurt together', () => {
    expect(of('车上5名研究人员及1名司机受伤。')).toMatchObject({ injuries: 6 });
  });

  it('takes the later of two totals', () => {
    expect(of('死亡人数由12人升至15人。')).toMatchObject({ deaths: 15 });
    expect(of('遇难人数已由12人下调至10人。')).toMatchObject({ deaths: 10 });
  });

  it('leaves other years, other times and yearly counts out', () => {
    expect(of('事故造成2人死亡。2010年该路段曾发生车祸，造成15人死亡。')).toMatchObject({ deaths: 2 });
    expect(of('事故造成1人死亡。近3年已有12人在此死亡。')).toMatchObject({ deaths: 1 });
    expect(of('事故造成1人死亡。今年以来全市交通事故死亡43人。')).toMatchObject({ deaths: 1 });
  });

  it('does not take what may happen or must not happen for facts', () => {
    expect(of('事故造成2人受伤。专家称若不处置，可能造成30人死亡。')).toEqual({ injuries: 2 });
  });

  it('takes what stands behind a word of prevention for fact when the text says so', () => {
    expect(said('车道减少致车辆坠桥 已致5死').deaths).toBe(5);
  });

  it('does not count rescuers or the rescued', () => {
    expect(of('消防出动50名消防员，救出23人，1人死亡。')).toEqual({ deaths: 1 });
  });

  it.each(['6.8级', '74路公交车', '3月15日', '2008年', '18公里', '9辆车', '40岁'])(
    'takes no people from %s',
    (words) => {
      expect(said('某地发生事故', `${words}，伤亡情况不明。`).deaths).toBeUndefined();
    },
  );

  it('keeps the literal words, their place and the bound', () => {
    const text = '5月11日，某地发生事故，造成至少１１人死亡。';
    const { deaths } = facts('某地发生事故', text);
    expect(deaths).toMatchObject({ value: 11, bound: 'at_least', field: 'text' });
    expect(text.slice(deaths?.start, (deaths?.start ?? 0) + (deaths?.span.length ?? 0))).toBe(deaths?.span);
    expect(deaths?.span).toContain('１１人死亡');
  });

  it('reads traditional characters', () => {
    expect(said('某地車禍致4死9傷')).toEqual({ deaths: 4, injuries: 9 });
  });
});

describe('loss', () => {
  const of = (text: string) => said('某地发生火灾', text).economicLossYuan;

  it.each([
    ['火灾造成直接经济损失1.2亿元。', 120_000_000],
    ['直接经济损失约5000万元。', 50_000_000],
    ['经济损失上千万元。', 10_000_000],
    ['造成3200余万元经济损失。', 32_000_000],
  ])('%s', (text, yuan) => {
    expect(of(text)).toBe(yuan);
  });

  it.each(['为群众挽回经济损失300万元。', '中央下拨救灾资金5000万元。', '保险赔付800万元。'])('%s is none', (text) => {
    expect(of(text)).toBeUndefined();
  });
});

describe('magnitude', () => {
  it.each([
    ['某县发生6.1级地震', '', 6.1],
    ['某县发生地震', '某县发生七点八级地震。', 7.8],
    ['某县5.0级地震后发生4.2级余震', '', 5],
  ])('%s %s', (title, text, magnitude) => {
    expect(said(title, text).magnitude).toBe(magnitude);
  });

  it('does not take response levels or wind for it', () => {
    expect(said('某地启动地震应急二级响应', '阵风8级。').magnitude).toBeUndefined();
  });
});

describe('figures that move', () => {
  it.each([
    ['一名重伤员昨晚不治身亡，死亡人数由29人升至30人。', { deaths: 30 }],
    ['2人当场死亡，3人送医后不治身亡，共5人死亡。', { deaths: 5 }],
    ['目前2人遇难，1人仍被困。', { deaths: 2 }],
    ['5人均已找到，全部遇难。', { deaths: 5 }],
    ['船上18人落水，14人失踪。截至6日，搜寻到遗体13具，仍有1人失踪。', { deaths: 13, missing: 1 }],
    ['火灾造成直接经济损失2.3亿元。', { economicLossYuan: 230_000_000 }],
  ])('%s', (text, expected) => {
    expect(said('某地发生事故', text)).toEqual(expected);
  });

  it('takes the missing of the text where the title is older', () => {
    const text = '截至17日，已发现遇难者12名，另有1人失联。';
    expect(said('某县山洪已致2人遇难 9人失联', text)).toEqual({ deaths: 12, missing: 1 });
  });
});
