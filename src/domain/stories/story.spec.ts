import { mergeSignatures, signature, type StoryArticle } from './story.js';
import { clusterAll } from './story-cluster.js';
import { keysOf } from './story-keys.js';
import { sameHappening } from './story-match.js';

const fire: StoryArticle = {
  title: '甘肃某县一食品厂发生火灾致12人死亡',
  publishedAt: new Date('2026-03-05T02:00:00Z'),
  places: ['甘肃省', '定西市', '渭源县'],
  eventKind: '火灾',
  deaths: 12,
};
const told = (change: Partial<StoryArticle>) => signature({ ...fire, ...change });
const verdict = (change: Partial<StoryArticle>) => sameHappening(signature(fire), told(change)).verdict;

describe('two articles on one happening', () => {
  test('join when place and kind agree, whatever the words', () => {
    expect(verdict({ title: '渭源通报厂房起火情况', deaths: null })).toBe('same');
    expect(verdict({ title: '食品厂大火遇难者增至13人', places: [], deaths: 13 })).toBe('same');
  });

  test.each([
    ['another county', { places: ['甘肃省', '定西市', '临洮县'] }],
    ['another city', { places: ['甘肃省', '兰州市'] }],
    ['another province', { places: ['青海省'] }],
    ['another kind', { eventKind: '食物中毒', title: '渭源多名学生腹痛', deaths: null }],
    ['a week later', { publishedAt: new Date('2026-03-13T02:00:00Z') }],
    ['no place, no common word', { places: [], title: '致12死 国务院挂牌督办' }],
  ])('never join: %s', (_why, change) => {
    expect(verdict(change)).toBe('different');
  });

  test('an unknown day of publication separates nothing', () => {
    expect(verdict({ publishedAt: null })).toBe('same');
  });

  test('stated moments days apart are two happenings', () => {
    const first = told({ occurredAt: new Date('2026-03-04T06:00:00Z') });
    expect(sameHappening(first, told({ occurredAt: new Date('2026-03-04T06:20:00Z') })).verdict).toBe('same');
    expect(sameHappening(first, told({ occurredAt: new Date('2026-02-20T06:00:00Z') })).verdict).toBe('different');
  });

  test('one quake felt in two provinces is known by its minute', () => {
    const quake = { ...fire, eventKind: '地震', deaths: null, occurredAt: new Date('2026-03-05T01:10:00Z') };
    const here = signature({ ...quake, title: '甘肃渭源发生地震' });
    const there = signature({ ...quake, title: '西安震感明显', places: ['陕西省', '西安市'] });
    const later = signature({
      ...quake,
      title: '西安震感明显',
      places: ['陕西省', '西安市'],
      occurredAt: new Date('2026-03-05T09:10:00Z'),
    });
    expect(sameHappening(here, there).verdict).toBe('same');
    expect(sameHappening(here, later).verdict).toBe('different');
    expect(keysOf(here).some((key) => keysOf(there).includes(key))).toBe(true);
  });

  test('a great quake is known where it was felt, a small one is not', () => {
    const quake = { ...fire, eventKind: '地震', deaths: null };
    const felt = signature({ ...quake, title: '西安高楼震感明显', places: ['陕西省', '西安市'] });
    const of = (magnitude: number) => signature({ ...quake, title: '甘肃渭源发生地震', magnitude });
    expect(sameHappening(of(7.1), felt).verdict).toBe('same');
    expect(sameHappening(of(3.1), felt).verdict).toBe('different');
  });

  test('a county is known by its short name alone', () => {
    const named = { title: '隆化养老院失火', places: [], deaths: null };
    expect(sameHappening(told({ places: ['河北省', '承德市', '隆化县'] }), told(named)).verdict).toBe('same');
  });

  test('talk without a place joins by what its titles share', () => {
    const talk = { ...fire, places: [], eventKind: null, deaths: null };
    const one = signature({ ...talk, title: '青石镇古桥修缮方案引热议' });
    expect(sameHappening(one, signature({ ...talk, title: '专家谈青石镇古桥修缮' })).verdict).toBe('same');
    expect(sameHappening(one, signature({ ...talk, title: '白鹭湖湿地修缮' })).verdict).toBe('different');
  });
});

describe('a signature', () => {
  test('is plain JSON and merges in any order to the same counts', () => {
    const a = signature(fire);
    const b = told({ title: '渭源通报火灾情况', deaths: 13 });
    expect(JSON.parse(JSON.stringify(a))).toEqual(a);
    const ab = mergeSignatures(a, b);
    expect(ab).toMatchObject({ articles: 2, deaths: [12, 13], places: { 渭源县: 2 } });
    expect(mergeSignatures(b, a).grams).toEqual(ab.grams);
  });

  test('shares a look-up key with every article it would join', () => {
    const other = told({ title: '当地回应', deaths: null });
    expect(keysOf(signature(fire)).filter((key) => keysOf(other).includes(key))).not.toHaveLength(0);
  });
});

describe('clustering', () => {
  test('joins two stories once an article shows that they are one', () => {
    const talk = { ...fire, eventKind: null, deaths: null, places: [] };
    const numbers = clusterAll([
      signature({ ...talk, title: '青石镇古桥' }),
      signature({ ...talk, title: '百年拱券修缮' }),
      signature({ ...talk, title: '青石镇古桥百年拱券修缮开工' }),
      signature({ ...talk, title: '白鹭湖观鸟' }),
    ]);
    expect(numbers[3]).not.toBe(numbers[2]);
    expect(numbers[2]).toBe(numbers[0]);
  });

  test('keeps rescue, toll, cause and accountability in one story', () => {
    const phase = (title: string, change: Partial<StoryArticle> = {}) => told({ title, deaths: null, ...change });
    const numbers = clusterAll([
      phase('渭源一食品厂突发火灾 消防全力救援'),
      phase('渭源食品厂火灾已致3人死亡', { deaths: 3 }),
      phase('甘肃通报食品厂火灾 遇难者升至12人', { places: ['甘肃省'], deaths: 12 }),
      phase('渭源食品厂火灾初步查明系电气线路故障', { publishedAt: new Date('2026-03-08T02:00:00Z') }),
      phase('渭源食品厂负责人被控制', { eventKind: null, publishedAt: new Date('2026-03-09T02:00:00Z') }),
      phase('临洮一民房失火', { places: ['甘肃省', '定西市', '临洮县'] }),
    ]);
    expect(new Set(numbers.slice(0, 5)).size).toBe(1);
    expect(numbers[5]).not.toBe(numbers[0]);
  });
});
