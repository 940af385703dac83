import { shippedReadingRules } from '../../../../test/support/reading-rules.js';
import { compileLexicon } from '../../text/compiled-lexicon.js';
import { markText } from '../../text/marked-text.js';
import type { Quantity } from '../reading-rules.js';
import { quantityOf } from './quantities.js';
import { saidIn } from './said.js';

const rules = shippedReadingRules();
const lexicon = compileLexicon(rules.lexicon);
const quantity = (metric: Quantity, text: string) => quantityOf(metric, [markText(lexicon, 'text', text)]);

describe('quantities', () => {
  it.each<[Quantity, string, number, string]>([
    ['livesThreatened', '险情危及现场35名工人的生命安全', 35, '35名'],
    ['participants', '约6000人聚集在厂区门口', 6000, '6000人'],
    ['brawlParticipants', '两村300余人械斗', 300, '300余人'],
    ['occupationalPoisoned', '发生职业中毒,其中60人中毒住院', 60, '60人'],
    ['cases', '累计报告31例霍乱病例', 31, '31例'],
    ['strandedPersons', '120名游客滞留高空', 120, '120名'],
    ['strandedHours', '游客被困一个半小时', 1.5, '一个半小时'],
    ['derailedCars', '列车19辆脱轨', 19, '19辆'],
    ['cutHours', '线路中断行车三天', 72, '三天'],
    ['cutHours', '频道停播30分钟', 0.5, '30分钟'],
    ['cutHours', '信号中断半小时', 0.5, '半小时'],
    ['cutHours', '高速公路中断,48小时内无法恢复', 48, '48小时'],
    ['burningHours', '山火已连续燃烧超过72小时', 72, '72小时'],
    ['households', '6万户居民停水', 60_000, '6万户'],
    ['powerLossPct', '电网减供负荷35%', 35, '35%'],
    ['shipTonnes', '一艘1.2万吨级货船碰撞', 12_000, '1.2万吨级'],
    ['boilerMegawatts', '一台660兆瓦锅炉爆炸', 660, '660兆瓦'],
    ['leakedPersons', '1200万用户的个人信息遭泄露', 12_000_000, '1200万用户'],
    ['siteDownHours', '网站瘫痪25小时', 25, '25小时'],
    ['tamperHours', '首页被篡改长达7小时', 7, '7小时'],
    ['reposts', '该帖转发量超过11万次', 110_000, '11万次'],
    ['views', '浏览量突破200万次', 2_000_000, '200万次'],
  ])('%s of %s', (metric, text, value, span) => {
    const found = quantity(metric, text);
    expect(found?.value).toBe(value);
    expect(text.slice(found?.start ?? 0)).toMatch(found?.span ?? '?');
    expect(found?.span).toBe(span);
  });

  it.each<[Quantity, string]>([
    ['cutHours', '频道开通24小时热线,信号中断可拨打'],
    ['cutHours', '信号中断后,抢修组3小时内恢复'],
    ['cutHours', '去年该台曾停播5小时'],
    ['participants', '警方出动500人处置聚集事件'],
    ['participants', '地震6.8级,居民聚集避险'],
    ['leakedPersons', '因数据泄露被罚款1200万元'],
    ['strandedPersons', '第3人民医院接收滞留旅客'],
    ['burningHours', '燃烧面积扩大,24小时值班'],
    ['powerLossPct', '用电量同比增长35%'],
    ['views', '播放第11集'],
  ])('%s is not said by %s', (metric, text) => {
    expect(quantity(metric, text)).toBeNull();
  });

  it('takes records for persons only about', () => {
    expect(quantity('leakedPersons', '约有300万条个人信息被泄露')?.bound).toBe('about');
  });
});

describe('what is said in words', () => {
  const said = (text: string) =>
    saidIn(rules.severity.circumstances, [markText(lexicon, 'text', text)]).map((one) => one.id);

  it('spans a gap inside one sentence only, and keeps the literal words', () => {
    const text = markText(lexicon, 'text', '某大型水库昨夜发生垮坝');
    expect(saidIn(rules.severity.circumstances, [text])).toContainEqual({
      id: 'largeDamBreach',
      field: 'text',
      start: 1,
      span: '大型水库昨夜发生垮坝',
    });
    expect(said('当地有大型水库。下游未见垮坝')).not.toContain('largeDamBreach');
  });

  it.each(['未出现播出中断', '可能造成播出中断', '防止非法插播', '去年曾播出中断'])('is not said by %s', (text) => {
    expect(said(text)).not.toEqual(expect.arrayContaining([expect.stringMatching(/outage|intrusion/)]));
  });
});
