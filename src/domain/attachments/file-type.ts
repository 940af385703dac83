import { namesInZip } from './zip-names.js';

/** What may be put beside a case. Decided by the bytes: a name proves nothing. */
export const FILE_TYPES = {
  pdf: { media: 'application/pdf', endings: ['pdf'] },
  jpeg: { media: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { media: 'image/png', endings: ['png'] },
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  mp4: { media: 'video/mp4', endings: ['mp4', 'm4v', 'mov'] },
  mp3: { media: 'audio/mpeg', endings: ['mp3'] },
  txt: { media: 'text/plain', endings: ['txt', 'csv'] },
} as const satisfies Record<string, { media: string; endings: readonly [string, ...string[]] }>;
export type FileType = keyof typeof FILE_TYPES;
export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as FileType[];

const FIRST_BYTES: readonly [FileType, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['mp3', [0x49, 0x44, 0x33]],
  ['mp3', [0xff, 0xfb]],
  ['mp3', [0xff, 0xf3]],
  ['mp3', [0xff, 0xf2]],
];
/** Of MP4 and QuickTime; pictures have other brands in the same box. */
const FILM_BRANDS = /^(isom|iso\d|mp4\d|avc1|M4V |qt {2}|dash|MSNV)$/;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** @returns null: none of the types that are kept */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  const begins = (head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);
  const plain = FIRST_BYTES.find(([, head]) => begins(head));
  if (plain) return plain[0];
  if (begins(ZIP)) return officeType(bytes);
  if (ascii(bytes, 4, 8) === 'ftyp') return FILM_BRANDS.test(ascii(bytes, 8, 12)) ? 'mp4' : null;
  return isText(bytes) ? 'txt' : null;
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** A Word or Excel file without macros. */
function officeType(bytes: Uint8Array): FileType | null {
  const names = namesInZip(bytes);
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject/i.test(name))) return null;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : null;
}

const LAYOUT = /[\t\r\n\f]/g;

/** Readable as UTF-8 or GB 18030, and no markup: that could be run by whoever opens it. */
function isText(bytes: Uint8Array): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.trim() !== '' && !text.trimStart().startsWith('<') && !/\p{Cc}/u.test(text.replace(LAYOUT, ''));
    } catch {
      return false;
    }
  });
}
