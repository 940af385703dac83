import { sentBackLines } from './sent-back-lines.js';

const bureau = { zh: '电影局', en: 'Film Bureau' };

describe('what is told of a case that was sent back', () => {
  it('is who sent it and why; of all else nothing', () => {
    expect(sentBackLines([{ sentBack: null }, { sentBack: { bureau, reason: '不属本司职责' } }])).toEqual([
      { zh: '电影局退回,理由:不属本司职责', en: 'Sent back by Film Bureau: 不属本司职责' },
    ]);
  });

  it('is cut where a message would grow too long', () => {
    const [line] = sentBackLines([{ sentBack: { bureau, reason: '长'.repeat(2000) } }]);
    expect(line?.zh).toBe(`电影局退回,理由:${'长'.repeat(200)}…`);
  });
});
