import { digestText } from './digest.js';

const notice = (number: number, level: string | null) => ({
  level,
  dueAt: `2026-11-22T${String(number).padStart(2, '0')}:00:00.000Z`,
  text: { recipient: 'SECURITY', subject: { zh: `YQ-${number}`, en: '' }, lines: { zh: [`link/${number}`], en: [] } },
});

test('many notices become one: level I first, then by limit; what is not named is counted', () => {
  const many = [3, 5, 7, 9, 11, 13, 15, 17].map((number) => notice(number, 'III'));
  const said = digestText([...many, notice(2, null), notice(8, 'II'), notice(6, 'I'), notice(4, 'II')]);
  expect(said.subject.zh).toBe('【特别重大】12 条通知');
  expect(said.lines.zh.slice(0, 5)).toEqual(['另有 4 条:较大 3、未定级 1', 'YQ-6', 'link/6', 'YQ-4', 'link/4']);
});
