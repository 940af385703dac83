import { publisherOf, suggestedId } from './source-id.js';

const VALID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const none = new Set<string>();

describe('a code from an address', () => {
  test.each([
    ['http://www.people.com.cn/rss/politics.xml', 'people', 'people-politics'],
    ['https://rss.daily.example.org/', 'daily-example', 'daily-example'],
    ['https://county.gov.cn/rss', 'county', 'county'],
    ['https://a-b.example/feeds/Local%20News.rss?x=1', 'a-b', 'a-b-local-20news'],
    ['https://203.0.113.9/feed', '203-0-113-9', '203-0-113-9'],
  ])('%s', (url, publisher, id) => {
    expect(publisherOf(url)).toBe(publisher);
    expect(suggestedId(url, none)).toBe(id);
    expect(id).toMatch(VALID);
  });

  test('is never one that is taken', () => {
    expect(suggestedId('https://x.example/rss', new Set(['x', 'x-2']))).toBe('x-3');
  });

  test('is empty while the address is none', () => {
    expect(suggestedId('not yet', none)).toBe('');
    expect(publisherOf('')).toBe('');
  });

  test('keeps within the length that the api takes', () => {
    const long = `https://${'a'.repeat(60)}.example/${'b'.repeat(20)}`;
    expect(suggestedId(long, none)).toMatch(VALID);
  });
});
