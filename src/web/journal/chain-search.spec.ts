import { filterOf, isNarrowed, readChainSearch, rowsQueryOf } from './chain-search.js';

test('an address is read, and what it does not know left out', () => {
  const read = readChainSearch({
    kind: 'incident.opened',
    actor: "x'; drop",
    number: 2026,
    from: '2026-11-20T10:00',
    to: 'yesterday',
    before: 12,
    after: '7',
    view: 'all',
  });
  expect(JSON.parse(JSON.stringify(read))).toEqual({
    kind: 'incident.opened',
    number: '2026',
    from: '2026-11-20T10:00',
    before: 12,
  });
});

test('times are asked for as Beijing has them', () => {
  expect(filterOf({ from: '2026-11-20T10:00' })).toEqual({ from: '2026-11-20T10:00:00+08:00' });
});

test('one page is one query, and a page alone narrows nothing', () => {
  expect(rowsQueryOf({ kind: 'notice', selfChecks: true, before: 9 })).toBe('kind=notice&selfChecks=true&before=9');
  expect(isNarrowed({ before: 9, view: 'anchors' })).toBe(false);
  expect(isNarrowed({ selfChecks: true })).toBe(true);
});
