import { rungLines } from './rung-lines.js';

const skipped = (post: string) => [{ key: `rung_${post}`, skipped: 'nobody' as const }];

test('who is passed over is told with what came of it: the next level, or nobody above the last', () => {
  const [below] = rungLines(skipped('lead_head'), 'leadership');
  expect(below).toEqual({
    zh: '主办司局负责人无人可通知,已越级通知',
    en: 'Nobody stands as head of the lead bureau: the next level was told',
  });
  const [last] = rungLines(skipped('leadership'), 'leadership');
  expect(last?.zh).toBe('领导无人可通知,已是最高一级,再无上级可通知');
  expect(last?.en).not.toContain('next level');
  // A ladder may end below the leadership.
  expect(rungLines(skipped('lead_head'), 'lead_head')[0]?.zh).toContain('最高一级');
});
