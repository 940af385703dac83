import { casesQueryOf, readPersonalSearch } from './personal-search.js';

describe('the address of the page of personal data', () => {
  it('keeps the list and the words, and leaves out what it does not know', () => {
    expect(readPersonalSearch({ show: 'held', q: ' 铜仁 ' })).toEqual({ show: 'held', q: '铜仁' });
    expect(readPersonalSearch({ show: 'due', q: '' })).toEqual({});
    expect(readPersonalSearch({ show: 'all', q: 2026 })).toEqual({ q: '2026' });
    expect(readPersonalSearch({ q: '长'.repeat(101) })).toEqual({});
  });

  it('asks for the following page by the cursor of the one before', () => {
    expect(casesQueryOf('due', undefined, null)).toBe('show=due');
    expect(casesQueryOf('held', '铜仁', 'a_b')).toBe(`show=held&q=${encodeURIComponent('铜仁')}&cursor=a_b`);
  });
});
