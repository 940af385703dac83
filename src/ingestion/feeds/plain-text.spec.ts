import fc from 'fast-check';
import { plainText } from './plain-text.js';

const html = (value: string): string => plainText({ value, kind: 'html' });
const guess = (value: string): string => plainText({ value, kind: 'guess' });

describe('markup to readable text', () => {
  test.each([
    ['<p>第一段</p><p>第二段<br/>换行</p>', '第一段\n第二段\n换行'],
    ['\u3000\u3000段首&#xa0;&nbsp;空格  很多', '段首 空格 很多'],
    ['<table><tr><td>甲</td><td>乙</td></tr></table>', '甲 乙'],
    ['前<script>alert("x")</script><style>p{}</style>后', '前后'],
    ['前<!-- 注释 -->后<!-- 不结束>尾', '前后尾'],
    ['<img src=x onerror=alert(1)>图', '图'],
    ['甲&amp;lt;b&amp;gt;', '甲&lt;b&gt;'],
    ['&lt;p&gt;写了两遍&lt;/p&gt;&lt;br&gt;的标签', '写了两遍\n的标签'],
    ['甲\u202e乙\u200b丙\u0000丁', '甲乙丙丁'],
  ])('%j', (value, expected) => {
    expect(html(value)).toBe(expected);
  });

  test('a text that only looks a little like markup is left alone', () => {
    expect(guess('3 < 5 且 7 > 6，A&B，vector<int>')).toBe('3 < 5 且 7 > 6，A&B，vector<int>');
    expect(plainText({ value: '<b> 是粗体标签', kind: 'text' })).toBe('<b> 是粗体标签');
  });

  test('a tag that only came together when others were taken out stays legible, and is no tag', () => {
    expect(html('<&lt;img src=x onerror=y&gt;img src=x onerror=y>')).toBe('‹img src=x onerror=y>');
    expect(html('&lt;p&gt;&amp;lt;script&amp;gt;写了三遍')).toBe('‹script>写了三遍');
  });

  test('never gives a tag that a browser would run', () => {
    const fragment = fc.constantFrom(
      '<',
      '>',
      '&lt;',
      '&gt;',
      '&amp;',
      'script',
      'img src=x onerror=y',
      '/',
      ' ',
      '"',
      'p',
      'x',
      '!--',
      '-->',
      '<![CDATA[',
      ']]>',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), (parts) => {
        expect(html(parts.join(''))).not.toMatch(/<(?:script|img)(?:[\s/>]|$)/i);
      }),
      { numRuns: 5000 },
    );
  });
});
