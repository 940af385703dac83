import { filterOf, isNarrowed, readRegisterSearch } from './register-search.js';

test('the address is read, what it does not know is left out', () => {
  const read = readRegisterSearch({
    status: 'over',
    level: 'V',
    duty: 'late',
    q: 119,
    from: '2026-11-31',
    campaign: 'x',
  });
  expect(JSON.parse(JSON.stringify(read))).toEqual({ status: 'over', duty: 'late', q: '119' });
});

test('days are Beijing days, both included; without a standing every case is asked for', () => {
  expect(filterOf({ from: '2026-11-22', to: '2026-11-22', level: 'I' })).toEqual({
    status: 'all',
    level: 'I',
    from: '2026-11-21T16:00:00.000Z',
    to: '2026-11-22T16:00:00.000Z',
  });
  expect(filterOf({ status: 'open' })).toEqual({ status: 'open' });
});

test('an address without anything narrows nothing', () => {
  expect(isNarrowed(readRegisterSearch({ other: 1 }))).toBe(false);
  expect(isNarrowed(readRegisterSearch({ stage: 'closed' }))).toBe(true);
});
