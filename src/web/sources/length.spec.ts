import { lengthWords } from './length.js';

const say = (key: string, params: Record<string, unknown> = {}): string =>
  [key, ...Object.values(params).map(String)].join(' ');

test.each([
  [45, 'source.seconds 45'],
  [119, 'source.seconds 119'],
  [120, 'duration.minutes 2'],
  [3_600, 'source.hours 1'],
  [5_400, 'duration.hours 1 30'],
  [172_800, 'source.days 2'],
  [200_000, 'duration.days 2 7'],
])('%d seconds are %s', (seconds, words) => {
  expect(lengthWords(seconds, say)).toBe(words);
});
