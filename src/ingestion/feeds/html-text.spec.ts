import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { BREAK, textOfHtml } from './html-text.js';

const lines = (html: string): string => textOfHtml(html).replaceAll(BREAK, '|');

/** What is left of a fragment when the tags go and references are read. */
function byHtmlparser2(html: string): string {
  let text = '';
  new Parser({ ontext: (data) => (text += data) }).end(html);
  return text;
}

describe('the text of HTML', () => {
  const piece = fc.constantFrom(
    ...['甲', ' ', 'a b', '&amp;', '&lt;', '&nbsp;', '&#20013;', '&#x4e2d;', '1 < 2', '> ', '"', "'"],
    ...[
      '<b>',
      '</b>',
      '<a href="x>y">',
      "<a href='\"'>",
      '</a >',
      '<i class=x>',
      '<img src="a" alt="b > c"/>',
      '<x-y>',
    ],
    ...['<!-- a > b -->', '<!doctype html>', '<?php x ?>', '<a title = "=>">', '<3', '<>'],
  );

  test('is what htmlparser2 leaves of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const html = pieces.join('');
        expect(lines(html)).toBe(byHtmlparser2(html));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['甲<p class="x">乙</p>丙<br/>丁', '甲|乙|丙|丁'],
    ['<td>甲</td><td>乙</td>', ' 甲  乙 '],
    ['甲<script>if (a<b) "</p>"</script>乙<STYLE>p{}</style >丙', '甲乙丙'],
    ['甲<script>never ends <p>乙</p>', '甲'],
    ['甲<svg>never ends <p>乙</p>', '甲never ends |乙|'],
    ['甲<iframe src="x"/>乙', '甲乙'],
    ['甲<iframe src="x">旧</iframe>乙', '甲乙'],
    ['甲<!-- never ends <b>乙</b>', '甲乙'],
    ['甲<!-- cut', '甲'],
    ['甲<a href="http://a.example/x', '甲'],
    ['vector<int 与 a<b', 'vector<int 与 a'],
    ['若a<甲', '若a<甲'],
    ['甲<a href="never closes>乙</a>丙', '甲乙丙'],
  ])('%j', (html, text) => {
    expect(lines(html)).toBe(text);
  });
});
