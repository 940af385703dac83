import { paced } from './paced.js';

test('acts at once, then once for all that was asked in each span, and never forgets the last', () => {
  jest.useFakeTimers();
  let acts = 0;
  const ask = paced(100, () => (acts += 1));
  ask();
  expect(acts).toBe(1);
  for (let n = 0; n < 10; n += 1) ask();
  expect(acts).toBe(1);
  jest.advanceTimersByTime(100);
  expect(acts).toBe(2);
  ask();
  jest.advanceTimersByTime(99);
  expect(acts).toBe(2);
  jest.advanceTimersByTime(1);
  expect(acts).toBe(3);
  jest.advanceTimersByTime(500);
  expect(acts).toBe(3);
  ask();
  expect(acts).toBe(4);
  jest.useRealTimers();
});
