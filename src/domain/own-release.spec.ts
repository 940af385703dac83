import { announcesConference, channelOfAddress, mayAnswer } from './own-release.js';
import { signature } from './stories/story.js';
import { withoutHappening } from './stories/without-happening.js';

const at = new Date('2026-11-20T02:00:00Z');
const told = (title: string, places: string[], eventKind: string | null) =>
  signature({ title, places, eventKind, publishedAt: at });

describe('a release of our own', () => {
  test('may answer what happened in its place, and nothing elsewhere', () => {
    const story = told('山西运城一影城起火', ['山西运城'], '火灾');
    expect(mayAnswer(story, told('关于运城影城火灾情况的通报', ['山西运城'], '火灾'))).toBe(true);
    expect(mayAnswer(story, told('关于宜昌影城火灾情况的通报', ['湖北宜昌'], '火灾'))).toBe(false);
  });

  test('on talk is read as talk', () => {
    const story = withoutHappening(told('《长河落日》改编引争议', [], null));
    expect(mayAnswer(story, told('关于《长河落日》改编有关情况的说明', [], null))).toBe(true);
    expect(mayAnswer(story, told('关于《北岸来信》改编有关情况的说明', [], null))).toBe(false);
  });

  test.each([
    ['总局将于今日15时举行新闻发布会', true],
    ['新闻发布会预告', true],
    ['总局召开新闻发布会介绍火灾处置情况', false],
    ['关于影城火灾情况的通报', false],
  ])('%s announces a conference: %s', (title, expected) => {
    expect(announcesConference(title)).toBe(expected);
  });

  test.each([
    ['https://weibo.com/1/a', 'weibo'],
    ['https://m.weibo.cn/status/1', 'weibo'],
    ['https://mp.weixin.qq.com/s/x', 'wechat'],
    ['https://www.office.test/a?from=weibo.com', 'website'],
    ['https://notweibo.com/a', 'website'],
    [null, 'website'],
  ])('%s is of channel %s', (link, expected) => {
    expect(channelOfAddress(link)).toBe(expected);
  });
});
