import { HappeningClassifier } from './happening-classifier.js';

const happenings = {
  line: 0.8,
  INCIDENT: ['小区起火', '客车翻车', '厂房坍塌', '桥面垮塌', '渔船沉没'],
  OTHER: ['消防演练', '票房大卖', '球队夺冠', '一审宣判', '台风预警'],
};

describe('the second opinion on happenings', () => {
  const classifier = new HappeningClassifier({ happenings });

  test('leans to the one or to the other', () => {
    expect(classifier.vote('厂房起火')).toBeGreaterThan(0.5);
    expect(classifier.vote('球队演练')).toBeLessThan(0.5);
  });

  test('says nothing of words it never saw, and the same for the same examples', () => {
    expect(classifier.vote('xyz')).toBe(0);
    expect(new HappeningClassifier({ happenings }).vote('桥面起火')).toBe(classifier.vote('桥面起火'));
  });
});
