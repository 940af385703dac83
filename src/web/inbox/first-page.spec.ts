import { firstPage } from './first-page.js';
import { readInboxSearch } from './inbox-search.js';

const ID = '0b7c1c9e-2f5b-4b0e-9a53-0f3f0a5e6a11';

describe('where a bureau begins', () => {
  test('its inbox, or the card of the case that a notice names', () => {
    expect(firstPage('bureau_officer', '/')).toEqual({});
    expect(firstPage('bureau_head', `/incidents/${ID}`)).toEqual({ case: ID });
    expect(firstPage('bureau_head', '/roster')).toBeNull();
    expect(firstPage('duty_officer', '/')).toBeNull();
  });

  test('an address says no more than it may', () => {
    expect(readInboxSearch({ show: 'sent', case: ID, act: 'take' })).toEqual({ show: 'sent', case: ID, act: 'take' });
    expect(readInboxSearch({ show: 'x', case: '../x', act: 'drop' })).toEqual({});
  });
});
