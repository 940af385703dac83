import { differs, readPageTime } from './page-time.js';

const read = (html: string) => {
  const found = readPageTime(html);
  return found && `${found.at.toISOString()} ${found.precision}`;
};

describe('the time a page states', () => {
  it.each([
    ['<meta name="PubDate" content="2027-05-03 14:05">', '2027-05-03T06:05:00.000Z minute'],
    ["<META content='2027-05-03 14:05:09' name='pubdate'/>", '2027-05-03T06:05:09.000Z second'],
    ['<meta property="article:published_time" content="2027-05-03T06:05:00Z">', '2027-05-03T06:05:00.000Z second'],
    ['<span>发布时间:<b>2027年05月03日 14:05</b></span>', '2027-05-03T06:05:00.000Z minute'],
    ['<li>日 期:2027-05-03</li>', '2027-05-02T16:00:00.000Z day'],
    ['<meta name="PubDate" content="昨天"><p>发布日期:2027-05-03</p>', '2027-05-02T16:00:00.000Z day'],
  ])('%s', (html, expected) => expect(read(html)).toBe(expected));

  it('is unknown where it is not stated', () => {
    expect(read('<p>事发时间:2027-05-03 14:05</p>')).toBeNull();
    expect(read('')).toBeNull();
    expect(read(`<meta ${'x'.repeat(600_000)}`)).toBeNull();
  });

  it('differs beyond the tolerance, and beyond what it leaves open', () => {
    const at = (text: string) => new Date(text);
    const minute = { at: at('2027-05-03T06:05:00Z'), precision: 'minute' as const };
    expect(differs(at('2027-05-03T06:15:30Z'), minute, 10)).toBe(false);
    expect(differs(at('2027-05-03T06:16:30Z'), minute, 10)).toBe(true);
    expect(differs(at('2027-05-03T05:54:30Z'), minute, 10)).toBe(true);
    const day = { at: at('2027-05-02T16:00:00Z'), precision: 'day' as const };
    expect(differs(at('2027-05-03T15:00:00Z'), day, 10)).toBe(false);
    expect(differs(at('2027-05-03T17:00:00Z'), day, 10)).toBe(true);
  });
});
