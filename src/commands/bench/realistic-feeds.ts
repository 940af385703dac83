import { titleText } from './generated-news.js';

const ITEMS = 50;
const SENTENCE = '当地多部门赶赴现场处置，伤者已送往医院救治，事故原因正在进一步调查之中。';

/** A body as news sites write it: paragraphs that begin with U+3000, a picture, a link, a few references. */
function bodyOf(n: number): string {
  const paragraph = (p: number) =>
    `<p style="text-align:left">\u3000\u3000记者&nbsp;${n}&mdash;${SENTENCE.repeat(1 + ((n + p) % 4))}</p>`;
  const picture = `<p><img src="http://img.test/${n}.jpg" alt="现场"/><br/><a href="http://feed.test/?a=1&amp;b=${n}">详情</a></p>`;
  return [...Array.from({ length: 8 }, (_, p) => paragraph(p)), picture].join('\n');
}

const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inCdata = (html: string): string => `<![CDATA[${html}]]>`;
const dateOf = (n: number): Date => new Date(Date.UTC(2026, 0, 1, 0, n));

function rss(seed: number, write: (html: string) => string): string {
  const items = Array.from({ length: ITEMS }, (_, n) => {
    const link = `http://feed.test/${seed}/${n}.html`;
    return `<item><title>${titleText(n)}</title><link>${link}</link><guid isPermaLink="true">${link}</guid><author>编辑部</author><category>社会</category><pubDate>${dateOf(n).toUTCString()}</pubDate><description>${write(bodyOf(seed + n))}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>测试</title><link>http://feed.test/</link>${items.join('\n')}</channel></rss>`;
}

function atom(seed: number): string {
  const entries = Array.from({ length: ITEMS }, (_, n) => {
    const at = dateOf(n).toISOString();
    return `<entry><id>urn:feed:${seed}:${n}</id><title>${titleText(n)}</title><link rel="alternate" type="text/html" href="http://feed.test/${seed}/${n}"/><published>${at}</published><updated>${at}</updated><content type="html">${escaped(bodyOf(seed + n))}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>测试</title><id>urn:feed:${seed}</id>${entries.join('\n')}</feed>`;
}

const several = (write: (seed: number) => string): string[] => Array.from({ length: 8 }, (_, n) => write(n * ITEMS));

/** Documents of 50 items of some 700 characters, as Chinese news sites give them. */
export const realisticFeeds = (): Record<string, string[]> => ({
  'RSS, escaped HTML': several((seed) => rss(seed, escaped)),
  'RSS, HTML in CDATA': several((seed) => rss(seed, inCdata)),
  'Atom, escaped HTML': several(atom),
});
