import { windows1252Of } from '../decoding/windows-1252.js';
import { DAMAGE } from './damage.js';
import { htmlEntity } from './html-entities.js';

/** From an ampersand on: decimal, hexadecimal or named; the semicolon after a number is often forgotten, as is the one of nbsp. */
const REFERENCE = /&(?:#(\d{1,8});?|#x([0-9a-f]{1,7});?|([a-z_:][\w.:-]{0,31});|(nbsp))/iy;
interface XmlEntity {
  written: string;
  length: number;
  character: string;
}

const entity = (name: string, character: string): XmlEntity => ({
  written: `${name};`,
  length: name.length + 2,
  character,
});

const LT = entity('lt', '<');
const GT = entity('gt', '>');
const AMP = entity('amp', '&');
const QUOT = entity('quot', '"');
const APOS = entity('apos', "'");

/** The one of XML's five entities that may follow an ampersand with this letter behind it. */
function candidateFor(text: string, at: number): XmlEntity | null {
  switch (text.charCodeAt(at + 1)) {
    case 0x6c:
      return LT;
    case 0x67:
      return GT;
    case 0x71:
      return QUOT;
    case 0x61:
      return text.charCodeAt(at + 2) === 0x6d ? AMP : APOS;
    default:
      return null;
  }
}

/** Nearly all references of feeds are of XML's five: told without a regular expression. */
function xmlEntityAt(text: string, at: number): XmlEntity | null {
  const candidate = candidateFor(text, at);
  return candidate !== null && text.startsWith(candidate.written, at + 1) ? candidate : null;
}

/** A document with more references than this is an attack on the reader's time, not a feed. Long entities of its own count several times. */
const MOST_REFERENCES = 200_000;
const BARE = { character: '&', length: 1 };
/** Codes of the characters that may follow an ampersand in a reference. */
const BEGINS_NAME = new Set(
  [...'#_:abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => letter.charCodeAt(0)),
);
/** Names that HTML does not know either are looked up so often only. */
const MOST_UNKNOWN = 500;
const LONGEST_DECLARED = 256;
const MOST_DECLARED = 64;

/** Numbers 128-159 are meant as Windows-1252, as browsers read them. */
function characterOf(point: number): string | null {
  if (point >= 0x80 && point <= 0x9f) return windows1252Of(point);
  const readable = point === 9 || point === 10 || point === 13 || (point >= 0x20 && point <= 0x10ffff);
  return readable && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : null;
}

/**
 * Reads `&...;` in the text of one XML document. Entities of the document's own DTD are replaced by their text once,
 * never within each other, so no document can make itself larger by more than some million characters.
 */
export class References {
  private readonly declared = new Map<string, string>();
  private seen = 0;
  private unknown = 0;

  constructor(private readonly warn: (damage: string) => void) {}

  /** Takes note of the `<!ENTITY name "text">` in a declaration. */
  declare(declaration: string): void {
    for (const match of declaration.matchAll(/!ENTITY\s+([\w.:-]{1,32})\s+(?:"([^"]*)"|'([^']*)')/g)) {
      const value = match[2] ?? match[3] ?? '';
      if (this.declared.size < MOST_DECLARED && value.length <= LONGEST_DECLARED)
        this.declared.set(match[1] ?? '', value);
    }
  }

  decode(text: string): string {
    let at = text.indexOf('&');
    if (at < 0) return text;
    let read = '';
    let done = 0;
    while (at >= 0 && this.withinLimit()) {
      const reference = this.referenceAt(text, at);
      read += text.slice(done, at) + reference.character;
      done = at + reference.length;
      at = text.indexOf('&', done);
    }
    return read + text.slice(done);
  }

  private referenceAt(text: string, at: number): { character: string; length: number } {
    const plain = xmlEntityAt(text, at);
    if (plain) return plain;
    REFERENCE.lastIndex = at;
    const match = BEGINS_NAME.has(text.charCodeAt(at + 1)) ? REFERENCE.exec(text) : null;
    if (match) return { character: this.read(match), length: match[0].length };
    this.warn(DAMAGE.bareAmpersand);
    return BARE;
  }

  private withinLimit(): boolean {
    this.seen += 1;
    if (this.seen > MOST_REFERENCES) this.warn(DAMAGE.tooManyReferences);
    return this.seen <= MOST_REFERENCES;
  }

  private read([written, decimal, hex, name, unclosed]: RegExpExecArray): string {
    if (decimal !== undefined) return this.numbered(written, Number(decimal));
    if (hex !== undefined) return this.numbered(written, parseInt(hex, 16));
    return this.named(written, name ?? unclosed ?? '');
  }

  private named(written: string, name: string): string {
    const own = this.declared.get(name);
    if (own !== undefined) {
      this.seen += own.length >> 3;
      return own;
    }
    const known = this.unknown < MOST_UNKNOWN ? htmlEntity(name) : null;
    if (known === null) this.unknown += 1;
    return this.leave(known ?? written, DAMAGE.unknownReference);
  }

  private numbered(written: string, point: number): string {
    const character = characterOf(point);
    if (character === null) return this.leave('', DAMAGE.badReference);
    return written.endsWith(';') ? character : this.leave(character, DAMAGE.badReference);
  }

  private leave(text: string, damage: string): string {
    this.warn(damage);
    return text;
  }
}
