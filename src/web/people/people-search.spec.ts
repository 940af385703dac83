import { readPeopleSearch } from './people-search.js';

test('the address is read, what it does not know is left out', () => {
  const read = (search: object): unknown => JSON.parse(JSON.stringify(readPeopleSearch({ ...search })));
  expect(read({ view: 'accounts', q: 2027, role: 'auditor' })).toEqual({ q: '2027', role: 'auditor' });
  expect(read({ view: 'signIns', q: ' ', role: 'king' })).toEqual({ view: 'signIns' });
});
