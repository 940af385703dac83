import { withDecided } from './decided-titles.js';

const shipped = {
  version: '1',
  source: 'test',
  examples: {
    MAJOR_POLICY: ['总局印发办法'],
    PUBLIC_INTEREST: ['会员收费引投诉'],
    IMAGE_CREDIBILITY: ['主持人道歉'],
    MAJOR_EMERGENCY: ['影院火灾'],
    NONE: ['球队夺冠'],
  },
  happenings: { line: 0.8, INCIDENT: ['影院火灾'], OTHER: ['消防演练'] },
};

describe('what people decided', () => {
  test('joins the shipped examples, and wins over them', () => {
    const decided = [
      { title: '球队夺冠', subject: 'PUBLIC_INTEREST' as const, happening: null },
      { title: '书市收摊', subject: 'NONE' as const, happening: 'OTHER' as const },
      { title: '消防演练', subject: null, happening: 'INCIDENT' as const },
    ];
    expect(withDecided(shipped, decided, 'd1')).toEqual({
      ...shipped,
      version: '1+d1',
      examples: {
        ...shipped.examples,
        PUBLIC_INTEREST: ['会员收费引投诉', '球队夺冠'],
        NONE: ['书市收摊'],
      },
      happenings: { line: 0.8, INCIDENT: ['影院火灾', '消防演练'], OTHER: ['书市收摊'] },
    });
  });

  test('of two decisions on one title the first given counts, for the latest comes first', () => {
    const twice = (['NONE', 'MAJOR_POLICY'] as const).map((subject) => ({
      title: '书市收摊',
      subject,
      happening: null,
    }));
    expect(withDecided(shipped, twice, 'd').examples).toMatchObject({
      NONE: ['球队夺冠', '书市收摊'],
      MAJOR_POLICY: ['总局印发办法'],
    });
  });

  test('changes nothing where nothing was decided', () => {
    expect(withDecided(shipped, [], 'd')).toBe(shipped);
  });
});
