import { articlesOf, LONGEST_STORED } from './article-identity.js';
import type { FeedItem } from './feeds/feed-document.js';

const item = (part: Partial<FeedItem>): FeedItem => ({
  ...{
    title: '影院停电',
    link: null,
    guid: null,
    publishedAt: null,
    publishedNote: 'absent',
    summary: '',
    content: '',
  },
  ...part,
});
const stored = (part: Partial<FeedItem>) => articlesOf({ items: [item(part)] })[0];

describe('items as they are stored', () => {
  test('hold no character that PostgreSQL refuses', () => {
    const hostile = {
      guid: 'a\0b',
      link: 'https://county.example/\0x',
      title: '影院\0停电\ud842',
      content: '正文\u0001',
    };
    expect(stored(hostile)).toMatchObject({
      guid: 'ab',
      link: 'https://county.example/x',
      title: '影院停电\ufffd',
      text: '正文',
    });
    expect(stored({ guid: '\0' })?.guid).toBeNull();
    expect(stored({ guid: '\0a' })?.itemKey).toBe(stored({ guid: 'a' })?.itemKey);
  });

  test('a title without end goes on in the text, a text without end is cut; no rare character is parted', () => {
    const title = `影${'𠮷'.repeat(400)}`;
    const article = stored({ title, content: '正文' });
    expect(article?.title).toHaveLength(LONGEST_STORED.title - 1);
    expect(`${article?.title ?? ''}${article?.text ?? ''}`).toBe(`${title}\n正文`);
    expect(stored({ content: `影${'𠮷'.repeat(LONGEST_STORED.text)}` })?.text).toHaveLength(LONGEST_STORED.text - 1);
  });

  test('one that has no headline is called by its first sentence, no rare character parted', () => {
    expect(stored({ title: '', content: `影${'𠮷'.repeat(60)}` })?.title).toBe(`影${'𠮷'.repeat(29)}`);
  });
});
