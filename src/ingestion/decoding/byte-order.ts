/** An encoding that the first bytes give away, and how many of them are only a mark. */
export interface ByteOrder {
  encoding: string;
  skip: number;
}

const MARKS: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];

/** `<` and `{` as they begin a document without a mark (XML 1.0 appendix F). */
const OPENINGS: readonly [readonly number[], string][] = [0x3c, 0x7b].flatMap((first) => [
  [[first, 0, 0, 0], 'utf-32le'],
  [[0, 0, 0, first], 'utf-32be'],
  [[first, 0], 'utf-16le'],
  [[0, first], 'utf-16be'],
]);

const startsWith = (bytes: Uint8Array, pattern: readonly number[]): boolean =>
  bytes.length >= pattern.length && pattern.every((byte, index) => bytes[index] === byte);

/** The byte order mark, or the shape of a UTF-16/32 document without one; null for everything else. */
export function byteOrderOf(bytes: Uint8Array): ByteOrder | null {
  for (const [mark, encoding] of MARKS) if (startsWith(bytes, mark)) return { encoding, skip: mark.length };
  for (const [opening, encoding] of OPENINGS) if (startsWith(bytes, opening)) return { encoding, skip: 0 };
  return null;
}

/** UTF-32, which TextDecoder does not know. What is no code point becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    const readable = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    pieces.push(String.fromCodePoint(readable ? point : 0xfffd));
  }
  return pieces.join('');
}
