import { challengeOf } from './challenge.js';

const page = (inside: string): Uint8Array =>
  Buffer.from(`<!DOCTYPE html><html><head>${inside}</head><body></body></html>`);

describe('a page that asks for a browser', () => {
  test.each([
    ['Cloudflare', page('<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'), {}],
    ['Cloudflare', Buffer.from(''), { 'cf-mitigated': 'challenge' }],
    ['加速乐 Jiasule', Buffer.from('<script>document.cookie="__jsl_clearance=1|0|x";location.reload()</script>'), {}],
    ['加速乐 Jiasule', page(''), { 'set-cookie': '__jsl_clearance_s=1; Path=/' }],
    ['阿里云盾 Aliyun WAF', page('<script>var arg1="A";setCookie("acw_sc__v2", x)</script>'), {}],
    ['腾讯云 Tencent EdgeOne', page('<script>document.cookie="EO_Bot_Ssid=1"</script>'), {}],
    ['瑞数 River Security', page('<script>$_ts=window["$_ts"];</script>'), {}],
  ])('%s is known by its mark', (wall, body, headers) => {
    expect(challengeOf(headers as Record<string, string>, body)).toBe(wall);
  });

  test.each([
    [
      'a feed that speaks of one',
      Buffer.from('<rss><channel><item><title>&lt;script&gt; __jsl_clearance</title></item></channel></rss>'),
    ],
    ['a feed with a page around it', page('<rss version="2.0"><channel><title>acw_sc__v2</title></channel></rss>')],
    [
      'a feed of one such page',
      Buffer.from(
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html": "<html>__jsl_clearance"}]}',
      ),
    ],
    ['an ordinary page', page('<title>影院停电</title>')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_, body) => {
    expect(challengeOf({}, body)).toBeNull();
  });
});
