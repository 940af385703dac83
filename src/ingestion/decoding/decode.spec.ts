import { Buffer } from 'node:buffer';
import { decodeBytes } from './decode.js';

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const base64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** 仓库 in GBK, and the rare 㐀 (four bytes) that only GB18030 knows. */
const STORE = Uint8Array.of(0xb2, 0xd6, 0xbf, 0xe2);
const RARE = Uint8Array.of(0x81, 0x39, 0xee, 0x39);

/** The same short report in the encodings of the region, none of them declared. */
const UNDECLARED: [string, string, string][] = [
  [
    'gb18030',
    '消防人员',
    'vfHM7MnPzuejrLG+ytDSu7zSuaSzp7XEsta/4reiyfq78NTWo6zP+7fAyMvUsdLRvq21vbTvz9azoaOsw7vT0MjL1LHK3MnLtcSxqLjmoaPT0LnYsr/DxdX91Nq197LpxvDS8qGj',
  ],
  [
    'big5',
    '消防人員',
    'pLWk0aRXpMihQaW7paukQK5hpHW8dKq6rdyud7Vvpc2k9ahhoUGu+Ki+pEit+6R3uGeo7LlGsnuz9aFBqFOms6RIrfuo/LbLqrqz+KdpoUOms8P2s6Gq+aW/pmK91axksF+mXaFD',
  ],
  [
    'euc-jp',
    '消防',
    'uqPEq6Giu9TG4qTOuam+7KTHstC79qSspKKk6qTepLekv6GjvsPLyaSszeikxqSkpN6kuaGjpLGkrKTypLekv7/NpM+kpKTepLuk86Gj',
  ],
  [
    'shift_jis',
    '消防',
    'jaGSqYFBjnOT4ILMjUiP6oLFic6OloKqgqCC6ILcgrWCvYFCj8GWaIKql4iCxIKigtyCt4FCgq+CqoLwgrWCvZBsgs2CooLcgrmC8YFC',
  ],
  [
    'euc-kr',
    '불이 났습니다',
    'v8C0wyC+xsSnIL3Ds7vAxyDH0SCw+MDlv6G8rSC60sDMILO1vcC0z7TZLiC02cSjILvntvfAuiC++LTCILDNwLi3ziC+y7fBwbO9wLTPtNku',
  ],
  [
    'windows-1251',
    'пожар',
    '0eXj7uTt/yDz8vDu7CDt4CDx6uvg5OUg4+7w7uTx6u7j7iDn4OLu5OAg7/Du6Ofu+LjrIO/u5uDwLCDv7vHy8ODk4OL46PUg7eXyLg==',
  ],
  [
    'koi8-r',
    'пожар',
    '88XHz8TO0SDV1NLPzSDOwSDTy8zBxMUgx8/Sz8TTy8/HzyDawdfPxMEg0NLPydrP26PMINDP1sHSLCDQz9PU0sHEwdfbycggzsXULg==',
  ],
  [
    'windows-1252',
    'entrepôt',
    'VW4gaW5jZW5kaWUgc5Jlc3QgZOljbGFy6SBjZSBtYXRpbiDgIGySZW50cmVw9HQ7IGF1Y3VuIGJsZXNz6SBukmEg6XTpIHNpZ25hbOku',
  ],
];

const gbk = base64(UNDECLARED[0]?.[2] ?? '');
const big5 = base64(UNDECLARED[1]?.[2] ?? '');
const utf8Mark = Uint8Array.of(0xef, 0xbb, 0xbf);

describe('bytes to text', () => {
  test.each([
    ['UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf, 0x3c, 0x61, 0x3e), 'utf-8'],
    ['UTF-16LE', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x3e, 0), 'utf-16le'],
    ['UTF-16BE', Uint8Array.of(0xfe, 0xff, 0, 0x3c, 0, 0x61, 0, 0x3e), 'utf-16be'],
    ['UTF-32LE', Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0, 0x61, 0, 0, 0, 0x3e, 0, 0, 0), 'utf-32le'],
    ['UTF-32BE without a mark', Uint8Array.of(0, 0, 0, 0x3c, 0, 0, 0, 0x61, 0, 0, 0, 0x3e), 'utf-32be'],
    ['UTF-16BE without a mark', Uint8Array.of(0, 0x3c, 0, 0x61, 0, 0x3e), 'utf-16be'],
  ])('%s shows itself by its first bytes', (_name, bytes, encoding) => {
    expect(decodeBytes(bytes)).toEqual({ text: '<a>', encoding, warnings: [] });
  });

  test.each(['gb2312', 'GBK', 'gb18030', 'x-gbk'])('%s is read as GB18030, wherever it is named', (label) => {
    const declared = join(ascii(`<?xml version="1.0" encoding="${label}"?><a>`), STORE, RARE);
    expect(decodeBytes(declared)).toMatchObject({ encoding: 'gb18030', warnings: [] });
    expect(decodeBytes(declared).text).toContain('仓库㐀');
    expect(decodeBytes(join(ascii('<a>'), STORE), `text/xml; charset="${label}"`).text).toBe('<a>仓库');
  });

  test('the HTTP charset goes before the declaration, but not the ISO-8859-1 that servers say by default', () => {
    const declared = join(ascii('<?xml version="1.0" encoding="gbk"?><a>'), STORE);
    expect(decodeBytes(declared, 'text/xml; charset=big5').encoding).toBe('big5');
    expect(decodeBytes(declared, 'text/xml; charset=ISO-8859-1').encoding).toBe('gb18030');
  });

  test('bytes that are UTF-8 are UTF-8, whatever is declared, and this is said', () => {
    const bytes = new TextEncoder().encode('<?xml version="1.0" encoding="gb2312"?><a>仓库</a>');
    const { text, encoding, warnings } = decodeBytes(bytes, 'text/xml');
    expect(text).toContain('仓库');
    expect(encoding).toBe('utf-8');
    expect(warnings.join()).toContain('gb2312');
  });

  test('UTF-8 cut in the middle of a character is still UTF-8', () => {
    const bytes = new TextEncoder().encode(`<a>${'仓库失火。'.repeat(20)}`).subarray(0, -2);
    expect(decodeBytes(bytes)).toMatchObject({ encoding: 'utf-8', warnings: [expect.stringContaining('utf-8')] });
  });

  test.each(UNDECLARED)('undeclared %s is known by the frequency of its letters', (encoding, word, bytes) => {
    const decoded = decodeBytes(join(ascii('<rss><title>'), base64(bytes)));
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(word);
    expect(decoded.warnings.join()).toContain(encoding);
  });

  test('a declaration that the bytes contradict is not followed', () => {
    const decoded = decodeBytes(
      join(ascii('<?xml version="1.0" encoding="utf-8"?><a>'), gbk),
      'text/xml; charset=nonsense',
    );
    expect(decoded.encoding).toBe('gb18030');
    expect(decoded.warnings).toHaveLength(3);
  });

  test.each([
    [
      'GBK that a server calls ISO-8859-1 by default',
      join(ascii('<a>'), gbk),
      'text/xml; charset=ISO-8859-1',
      'gb18030',
    ],
    ['Big5 declared as GB2312', join(ascii('<?xml version="1.0" encoding="gb2312"?>'), big5), null, 'big5'],
    ['GBK declared as Big5', join(ascii('<?xml version="1.0" encoding="big5"?>'), gbk), null, 'gb18030'],
    [
      'the mark of UTF-8 before GBK',
      join(utf8Mark, ascii('<?xml version="1.0" encoding="gbk"?>'), gbk),
      null,
      'gb18030',
    ],
  ])('%s is a lie that the letters give away', (_name, bytes, contentType, encoding) => {
    const decoded = decodeBytes(bytes, contentType);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain('消防人');
  });

  test('a line of another encoding does not make other letters of UTF-8', () => {
    const bytes = join(
      new TextEncoder().encode('<a>仓库失火，三人死亡，原因正在调查'),
      Uint8Array.of(0xe9),
      ascii('</a>'),
    );
    expect(decodeBytes(bytes, 'text/xml; charset=gbk')).toMatchObject({ encoding: 'utf-8' });
    expect(decodeBytes(bytes).text).toContain('三人死亡');
  });

  test('quotation marks and dashes of Windows-1252 are read, under the name of ISO-8859-1 too', () => {
    const bytes = join(
      ascii('<?xml version="1.0" encoding="iso-8859-1"?>'),
      Uint8Array.of(0x93, 0xe9, 0x94, 0x96, 0x80),
    );
    expect(decodeBytes(bytes).text).toContain('\u201cé\u201d\u2013\u20ac');
  });

  test('an empty body is an empty text', () => {
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', warnings: [] });
  });
});
