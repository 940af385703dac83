import fc from 'fast-check';
import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { LONGEST_READ } from '../text/article-text.js';
import { readArticle } from './assessment.js';

const rules = shippedReadingRules();
const PUBLISHED = new Date('2026-05-12T10:00:00+08:00');
const read = (title: string, text: string) => readArticle({ title, text, publishedAt: PUBLISHED }, rules);

const REPORT = '5月11日7时许，贵州省铜仁市一煤矿发生瓦斯爆炸，造成12人死亡、3人失联、20人受伤，其中4人受重伤。';

describe('reading an article', () => {
  it('puts everything together', () => {
    expect(read('贵州铜仁一煤矿发生瓦斯爆炸 已致12人死亡', REPORT)).toMatchObject({
      facts: { deaths: { value: 12 }, missing: { value: 3 }, injuries: { value: 20 }, seriousInjuries: { value: 4 } },
      occurredAt: { precision: 'hour' },
      eventKind: '矿山事故',
      places: ['贵州省', '铜仁市'],
      isIncident: true,
      phase: 'update',
      scope: 'domestic',
      trap: null,
      level: 'II',
      basis: 'STATUTORY',
      verified: true,
      provisional: false,
      alert: true,
    });
  });

  it('reads no further than a title or a text can reach', () => {
    const title = '某地火灾致11人死亡'.padEnd(LONGEST_READ.title, '。');
    const text = '死亡'.repeat(LONGEST_READ.text / 2);
    expect(read(`${title}另有9000人死亡`, `${text}，9000人死亡`)).toEqual(read(title, text));
    expect(read(title, text).facts.deaths?.value).toBe(11);
  });

  it('starts nothing for a lesser happening', () => {
    expect(read('某地两车追尾致2人死亡', '')).toMatchObject({ level: 'IV', alert: false, isIncident: true });
  });

  it('takes a title in which something brings a toll about for a happening, whatever it calls the thing', () => {
    const said = read('四川宜宾一货场木料滚落致4死2伤', '');
    expect(said).toMatchObject({ isIncident: true, eventKind: '其他突发事件', level: 'III', alert: false });
    expect(read('某药过量可致死', '').isIncident).toBe(false);
    expect(read('法院判赔3名死者家属', '').isIncident).toBe(false);
  });

  it('gives the same reading for the same article', () => {
    expect(JSON.stringify(read('某地火灾致11死', REPORT))).toBe(JSON.stringify(read('某地火灾致11死', REPORT)));
  });

  it('does not change when sentences of something else are added', () => {
    const title = '贵州铜仁一煤矿发生瓦斯爆炸';
    const plain = read(title, REPORT);
    const others = fc.constantFrom(
      '当天天气晴朗。',
      '该镇有8个村，人口3.2万人。',
      '公司成立于2008年，注册资本5000万元。',
      '市里正在召开第12次会议。',
      '74路公交车改道。',
      '据介绍，该矿年产能90万吨。',
    );
    fc.assert(
      fc.property(fc.array(others, { maxLength: 5 }), (added) => {
        const { facts, level, alert } = read(title, REPORT + added.join(''));
        expect({ facts, level, alert }).toEqual({ facts: plain.facts, level: plain.level, alert: plain.alert });
      }),
    );
  });

  it('reads any text whatever, with spans that stand in it', () => {
    const pieces = fc.constantFrom(
      ...'死伤亡人名失踪遇难12３十百千万亿余近至，。；：（）《》“”\n \t级元月日时分县市省😀𠮷傷難',
      '其中',
      '造成',
      '死亡',
      '受伤',
      '无人员伤亡',
      '发生地震',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.array(pieces, { maxLength: 200 }), (head, body) => {
        const article = { title: head.join(''), text: body.join(''), publishedAt: PUBLISHED };
        const { facts } = readArticle(article, rules);
        for (const figure of Object.values(facts)) {
          if (!figure) continue;
          expect(article[figure.field as 'title' | 'text'].slice(figure.start, figure.start + figure.span.length)).toBe(
            figure.span,
          );
          expect(figure.value).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it.each([
    '',
    '   ',
    '死',
    '１２３４５６７８９０'.repeat(200),
    '12人死亡'.repeat(4000),
    '死亡，'.repeat(6000),
    '一'.repeat(20_000),
    '《'.repeat(20_000),
  ])('comes through hostile text (%#)', (text) => {
    expect(() => read(text.slice(0, 300), text)).not.toThrow();
  });
});
