import { SubjectClassifier } from './subject-classifier.js';

const training = {
  version: '1',
  source: 'test',
  examples: {
    MAJOR_POLICY: ['总局印发短剧管理办法', '总局公布短剧备案规定', '总局规范短剧片名'],
    PUBLIC_INTEREST: ['会员收费引投诉', '家长投诉绘本内容', '观众投诉退票难'],
    IMAGE_CREDIBILITY: ['主持人道歉', '电视台致歉', '剧组被指抄袭'],
    MAJOR_EMERGENCY: ['影院火灾', '演播厅坍塌', '剧组爆炸伤亡'],
    NONE: ['球队夺冠', '股市收盘上涨', '女星晒自拍', '地铁开通', '油价下调', '游客爆满', '台风登陆', '高考成绩公布'],
  },
};

describe('the second opinion', () => {
  const classifier = new SubjectClassifier(training);

  test('tells the office’s field from the rest', () => {
    expect(classifier.vote('总局规范短剧备案')).toMatchObject({ subject: 'MAJOR_POLICY' });
    expect(classifier.vote('球队夺冠归来')?.subject).toBe('NONE');
  });

  test('has none on words it never saw, and is the same for the same examples', () => {
    expect(classifier.vote('xyz')).toBeNull();
    expect(classifier.vote('')).toBeNull();
    expect(new SubjectClassifier(training).vote('影院退票难')).toEqual(classifier.vote('影院退票难'));
  });

  test('does not underflow on a title of any length', () => {
    const vote = classifier.vote('总局规范短剧备案'.repeat(500));
    expect(vote?.share).toBeGreaterThan(0.5);
  });
});
