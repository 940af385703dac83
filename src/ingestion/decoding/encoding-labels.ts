/** Names that real feeds use and the Encoding Standard does not know, or knows too narrowly. */
const ALIASES = new Map([
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb_2312-80', 'gb18030'],
  ['gb2312-80', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['cp936', 'gb18030'],
  ['ms936', 'gb18030'],
  ['euc-cn', 'gb18030'],
  ['cn-gb', 'gb18030'],
  ['gb18030-2022', 'gb18030'],
  ['big5-eten', 'big5'],
  ['cp950', 'big5'],
  ['utf8mb4', 'utf-8'],
  ['ucs-2', 'utf-16le'],
  ['cp1252', 'windows-1252'],
  ['cp1251', 'windows-1251'],
]);

/** The encoding a label names, or null when it names none that can be read. GB2312 and GBK are read as their superset GB18030. */
export function encodingOf(label: string): string | null {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  const alias = ALIASES.get(plain) ?? plain;
  if (alias.startsWith('utf-32') || alias === 'ucs-4') return alias.endsWith('be') ? 'utf-32be' : 'utf-32le';
  try {
    const { encoding } = new TextDecoder(alias);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

/** The charset parameter of a Content-Type header, as written. */
export function charsetOf(contentType: string | null | undefined): string | null {
  return /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** What the document says of itself in its first kilobyte: XML declaration or HTML meta. */
export function declaredCharset(head: string): string | null {
  const xml = /<\?xml\b[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head);
  return xml?.[1] ?? /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}
