import { Parser } from 'htmlparser2';

const LONGEST_NAME = 32;
/** Only names that HTML knows (some two thousand): strangers may invent any number of others. */
const known = new Map<string, string>();

function look(name: string): string | null {
  const written = `&${name};`;
  let read = '';
  const parser = new Parser({ ontext: (text) => (read += text) }, { decodeEntities: true });
  parser.end(written);
  return read === written || read.includes(';') ? null : read;
}

/** The character(s) of an HTML entity (`nbsp`, `hellip` ...), or null when HTML knows no such name. */
export function htmlEntity(name: string): string | null {
  if (name.length > LONGEST_NAME) return null;
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const value = look(name);
  if (value !== null) known.set(name, value);
  return value;
}
