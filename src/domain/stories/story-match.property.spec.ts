import fc from 'fast-check';
import { mergeSignatures, signature, type StoryArticle, type StorySignature } from './story.js';
import { clusterAll } from './story-cluster.js';
import { sameHappening } from './story-match.js';

const CITIES: readonly (readonly [string, string])[] = [
  ['甘肃省', '定西市'],
  ['山东省', '日照市'],
  ['湖南省', '郴州市'],
  ['广东省', '韶关市'],
  ['云南省', '曲靖市'],
];
const KINDS = ['火灾', '爆炸', '交通事故', '坍塌垮塌', '食物中毒', '气象灾害', '刑事案件', '其他突发事件', null];
const WORDS = '竹器厂 老渡口 青石桥 白鹭湖 灯会 磨坊 缆车 粮库 木屋 温室 梯田 集市 消防 记者 男子 学校'.split(' ');

const count = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
const article: fc.Arbitrary<StoryArticle> = fc.record({
  title: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join('')),
  publishedAt: fc.integer({ min: 0, max: 9 }).map((day) => new Date(Date.UTC(2026, 2, 5 + day, 3))),
  places: fc.option(fc.constantFrom(...CITIES), { nil: [] }),
  eventKind: fc.constantFrom(...KINDS),
  deaths: count,
  missing: count,
  injuries: count,
  occurredAt: fc.option(
    fc.integer({ min: 0, max: 9 }).map((hours) => new Date(Date.UTC(2026, 2, 5, hours))),
    { nil: null },
  ),
});
const signatures = fc.array(article.map(signature), { minLength: 1, maxLength: 12 });
const merged = (all: readonly StorySignature[]): StorySignature => all.reduce(mergeSignatures);

describe('telling one happening from another', () => {
  it('answers alike from both sides', () => {
    fc.assert(
      fc.property(signatures.map(merged), signatures.map(merged), (a, b) => {
        expect(sameHappening(a, b).verdict).toBe(sameHappening(b, a).verdict);
      }),
    );
  });

  it('does not depend on the order in which a story was put together', () => {
    fc.assert(
      fc.property(signatures, article.map(signature), fc.nat(), (parts, other, turn) => {
        const at = turn % parts.length;
        const turned = [...parts.slice(at), ...parts.slice(0, at)].reverse();
        expect(sameHappening(merged(turned), other).verdict).toBe(sameHappening(merged(parts), other).verdict);
      }),
    );
  });

  it('never joins different provinces, whatever words and figures agree', () => {
    fc.assert(
      fc.property(article, fc.nat(4), fc.integer({ min: 1, max: 4 }), (told, here, further) => {
        const at = (n: number) => signature({ ...told, places: CITIES[n % CITIES.length] ?? [] });
        expect(sameHappening(at(here), at(here + further)).verdict).toBe('different');
      }),
    );
  });

  it('takes an article for the same as itself wherever it names a place and a kind', () => {
    fc.assert(
      fc.property(article, (told) => {
        fc.pre(
          told.places.length > 0 && told.eventKind !== null && !['其他突发事件', '刑事案件'].includes(told.eventKind),
        );
        expect(sameHappening(signature(told), signature(told)).verdict).toBe('same');
      }),
    );
  });
});

/** Reports of one day: each happening told by several, with or without place, figures and the words of the others. */
const DISTINCT =
  '竹器磨坊渡口粮库青桥灯席白鹭梯寨缆温棚集铺松塔莲塘枫亭柳巷榆堡杏坞桃源菊圃兰溪梅岭荷湾槐荫桐坡樟浦杉坪楠谷椿庄庐舍仓廪堤';
const HAPPENINGS = CITIES.flatMap((places, n) =>
  ['火灾', '坍塌垮塌', '食物中毒'].map((eventKind, m) => {
    const at = (n * 3 + m) * 4;
    return { places, eventKind, thing: DISTINCT.slice(at, at + 4) };
  }),
);
const reports = HAPPENINGS.flatMap(({ places, eventKind, thing }, n) =>
  [
    { title: `${places[1]}${thing}突发${eventKind}`, places },
    { title: `${thing}${eventKind}现场记者直击`, places: [] as string[] },
    { title: `${places[0]}通报${thing}${eventKind}`, places: places.slice(0, 1), deaths: 11 + n },
    { title: `${thing}${eventKind}致${11 + n}人死亡`, places: [] as string[], deaths: 11 + n },
  ].map((told) => signature({ eventKind, publishedAt: new Date('2026-03-05T03:00:00Z'), ...told })),
);

/** Pairs that stand together in both or apart in both, of all that stand together in either. */
function agreement(a: readonly number[], b: readonly number[]): number {
  let together = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      const [inA, inB] = [a[i] === a[j], b[i] === b[j]];
      if (inA || inB) either++;
      if (inA && inB) together++;
    }
  return either === 0 ? 1 : together / either;
}

describe('the order of arrival within a day', () => {
  it('changes next to nothing of what belongs together', () => {
    const asGiven = clusterAll(reports);
    fc.assert(
      fc.property(fc.shuffledSubarray([...reports.keys()], { minLength: reports.length }), (order) => {
        const numbers = clusterAll(order.flatMap((at) => reports[at] ?? []));
        const back: number[] = [];
        order.forEach((at, n) => (back[at] = numbers[n] ?? -1));
        expect(agreement(asGiven, back)).toBeGreaterThanOrEqual(0.95);
      }),
      { numRuns: 40 },
    );
  });

  it('finds by keys what comparing with every story finds', () => {
    expect(clusterAll(reports)).toEqual(clusterAll(reports, 'all'));
  });
});
