import { Buffer } from 'node:buffer';

/** 0x80 to 0x9F as the Encoding Standard reads them; the rest is Latin-1. TextDecoder of Node 20 leaves these as control characters. */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const CONTROLS = /[\u0080-\u009f]/g;

/** The character of a byte from 0x80 to 0x9F. */
export const windows1252Of = (byte: number): string => UPPER.charAt(byte - 0x80);

/** Bytes of Windows-1252, which ISO-8859-1 and ASCII are read as too. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(CONTROLS, (control) => windows1252Of(control.charCodeAt(0)));
}
