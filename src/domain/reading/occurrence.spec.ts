import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { readArticle } from './assessment.js';

const rules = shippedReadingRules();
const PUBLISHED = new Date('2026-05-12T10:00:00+08:00');

function occurred(text: string, publishedAt: Date | null = PUBLISHED, title = '某地发生火灾'): [string, string] | null {
  const { occurredAt } = readArticle({ title, text, publishedAt }, rules);
  if (!occurredAt) return null;
  const beijing = new Date(occurredAt.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
  return [beijing, occurredAt.precision];
}

describe('time of the happening', () => {
  it.each([
    ['5月11日7时26分，某市一厂房发生火灾。', '2026-05-11T07:26', 'minute'],
    ['5月11日下午3时15分许，某市一厂房发生火灾。', '2026-05-11T15:15', 'minute'],
    ['昨天下午1点多，两车在某路段相撞。', '2026-05-11T13:00', 'hour'],
    ['昨日清晨７时许，两车追尾。', '2026-05-11T07:00', 'hour'],
    ['今天凌晨，某小区起火。', '2026-05-12T00:00', 'day'],
    ['昨晚8点半，某小区起火。', '2026-05-11T20:30', 'minute'],
    ['11日12时25分，某饭店发生火灾。', '2026-05-11T12:25', 'minute'],
    ['28日晚，某地发生车祸。', '2026-04-28T00:00', 'day'],
    ['四月十一日二十一时零四分，某高速两车相撞。', '2026-04-11T21:04', 'minute'],
    ['2025年12月30日14时28分，某县发生地震。', '2025-12-30T14:28', 'minute'],
    ['12月30日，某县发生地震。', '2025-12-30T00:00', 'day'],
    ['5月10日中午12时，某厂发生爆炸。', '2026-05-10T12:00', 'hour'],
    ['5月10日晚12时，某厂发生爆炸。', '2026-05-11T00:00', 'hour'],
  ])('%s', (text, at, precision) => {
    expect(occurred(text)).toEqual([at, precision]);
  });

  it.each([
    ['四月十一日二十一时零四分，某高速两车相撞。', '四月十一日二十一时零四分'],
    ['2026年5月12日 某网\n昨日清晨７时许，两车追尾。', '昨日清晨７时'],
  ])('keeps the words it was read from: %s', (text, words) => {
    const { occurredAt } = readArticle({ title: '某地发生火灾', text, publishedAt: PUBLISHED }, rules);
    expect(occurredAt?.said).toEqual({
      field: 'text',
      start: text.indexOf(words),
      span: words,
      ...(occurredAt?.said.word ? { word: occurredAt.said.word } : {}),
    });
  });

  it('does not take the day of the report or of a count for it', () => {
    expect(occurred('新华网某市5月12日电 记者从消防部门获悉，5月10日9时，某厂房起火。')).toEqual([
      '2026-05-10T09:00',
      'hour',
    ]);
    expect(occurred('截至5月12日8时，某地火灾已致3人死亡。')).toBeNull();
  });

  it('says nothing where the text says nothing, or only something ahead of publication', () => {
    expect(occurred('某市一厂房发生火灾。')).toBeNull();
    expect(occurred('2026年8月1日，某地发生火灾。')).toBeNull();
  });

  it('needs a year or a day of publication to lean on', () => {
    expect(occurred('昨天，某地发生火灾。', null)).toBeNull();
    expect(occurred('2026年5月1日，某地发生火灾。', null)).toEqual(['2026-05-01T00:00', 'day']);
    expect(occurred('2026年05月12日 09:12\n昨天，某地发生火灾。', null)).toEqual(['2026-05-11T00:00', 'day']);
  });

  it('refuses days that are on no calendar', () => {
    expect(occurred('2月30日，某地发生火灾。')).toBeNull();
  });
});
