import * as fc from 'fast-check';
import { HashedBayes } from './hashed-bayes.js';

const examples = {
  FIRE: ['仓库起火', '影院火灾', '机房大火烧毁设备'],
  SPORT: ['球队夺冠', '乒乓球决赛今晚打响', '国足客场不敌对手'],
};
const opinion = new HashedBayes(examples);

describe('the hashed naive Bayes', () => {
  test('takes a title for the class whose words it shares, surer the more of them', () => {
    expect(opinion.classify('书库起火')?.label).toBe('FIRE');
    expect(opinion.classify('球队今晚决赛')?.label).toBe('SPORT');
    const [faint, sure] = ['火车', '仓库火灾起火'].map((title) => opinion.classify(title)?.share ?? 0);
    expect(sure).toBeGreaterThan(faint ?? 1);
  });

  test('has no opinion on what no example holds, nor without examples', () => {
    expect(opinion.classify('xyz')).toBeNull();
    expect(opinion.classify('')).toBeNull();
    expect(new HashedBayes({}).classify('仓库起火')).toBeNull();
    expect(new HashedBayes({ FIRE: [], SPORT: examples.SPORT }).classify('球队')?.label).toBe('SPORT');
  });

  test('does not hang on the order of the examples of a class, and never comes to nothing', () => {
    const turned = new HashedBayes({ FIRE: [...examples.FIRE].reverse(), SPORT: [...examples.SPORT].reverse() });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'仓库起火球队夺冠2026a'), maxLength: 2_000 }), (title) => {
        const said = opinion.classify(title);
        expect(turned.classify(title)).toEqual(said);
        if (said) expect(said.share >= 0.5 && said.share <= 1).toBe(true);
      }),
    );
  });

  test('figures of examples added later shift nothing', () => {
    const more = new HashedBayes({ ...examples, SPORT: [...examples.SPORT, '2026 世界杯 7 比 1'] });
    expect(more.classify('影院火灾')?.label).toBe('FIRE');
  });
});
