import { differences } from './policy-difference.js';

const policy = {
  version: '1',
  clocks: [
    { kind: 'a', hours: 5 },
    { kind: 'b', hours: 24 },
  ],
  canary: { everyMinutes: 5 },
};

test('says what changed, by the names of entries, whatever their order', () => {
  const later = {
    ...policy,
    version: '2',
    clocks: [
      { kind: 'b', hours: 20 },
      { kind: 'a', hours: 5 },
    ],
  };
  expect(differences(policy, later)).toEqual([{ path: 'clocks › b › hours', before: '24', after: '20' }]);
});

test('says what came and what went', () => {
  const { canary: _, ...rest } = policy;
  expect(differences(policy, { ...rest, quiet: { from: '22:30' } })).toEqual([
    { path: 'quiet › from', before: null, after: '22:30' },
    { path: 'canary › everyMinutes', before: '5', after: null },
  ]);
  expect(differences(policy, policy)).toEqual([]);
});
