import { Buffer } from 'node:buffer';

/** The marks stand in the head of such a page, which is short. */
export const CHALLENGE_BYTES = 64 * 1024;

/** A page that asks for a browser instead of answering, by the words that only such pages carry. */
const PAGES: readonly (readonly [wall: string, marks: readonly string[]])[] = [
  ['Cloudflare', ['/cdn-cgi/challenge-platform/', 'window._cf_chl_opt', '__cf_chl_']],
  ['加速乐 Jiasule', ['__jsl_clearance']],
  ['阿里云盾 Aliyun WAF', ['acw_sc__v2', 'acw_sc__v3', 'aliyunwaf_']],
  ['腾讯云 Tencent EdgeOne', ['EO_Bot_Ssid', '__tst_status', 'TencentCaptcha']],
  ['瑞数 River Security', ['$_ts=window', '$_ts.nsd']],
  ['雷池 SafeLine', ['safeline_challenge', 'SafeLineChallenge']],
  ['Anubis', ['anubis_challenge']],
  ['Imperva', ['_Incapsula_Resource']],
];
const LOOKS_LIKE_FEED = /<(?:rss|feed|rdf:RDF|channel)[\s>]|"version"\s*:\s*"https?:\/\/jsonfeed/i;
const LOOKS_LIKE_PAGE = /<(?:!doctype html|html|head|script|body)\b/i;

/**
 * The web firewall whose challenge this answer is, or null. A feed may speak of such walls in its items, so that whatever looks
 * like a feed is none.
 * @param body its beginning
 */
export function challengeOf(headers: Record<string, string>, body: Uint8Array): string | null {
  if (headers['cf-mitigated'] === 'challenge') return 'Cloudflare';
  const text = Buffer.from(body.subarray(0, CHALLENGE_BYTES)).toString('latin1');
  if (!LOOKS_LIKE_PAGE.test(text) || LOOKS_LIKE_FEED.test(text)) return null;
  const marked = `${headers['set-cookie'] ?? ''}\n${text}`;
  return (
    PAGES.find(([, marks]) => marks.some((mark) => marked.includes(Buffer.from(mark).toString('latin1'))))?.[0] ?? null
  );
}
