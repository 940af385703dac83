import { Buffer } from 'node:buffer';
import { DAMAGE } from './damage.js';
import type { FieldText } from './feed-document.js';
import { type Attributes, NO_ATTRIBUTES } from './xml-start-tag.js';

/** Longer fields are cut: no report has two hundred thousand characters. */
export const LONGEST_FIELD = 200_000;

type Writing = 'xhtml' | 'html' | 'text' | 'base64' | 'guess';

/** How Atom says a text is written (RFC 4287 §3.1; Atom 0.3 `mode`); other formats say nothing. */
function writingOf(attributes: Attributes, name: string): Writing {
  if (attributes === NO_ATTRIBUTES && name !== 'xhtml:body') return 'guess';
  const type = (attributes['type'] ?? '').trim().toLowerCase();
  const mode = (attributes['mode'] ?? '').trim().toLowerCase();
  if (mode === 'base64') return 'base64';
  if (name === 'xhtml:body' || type === 'xhtml') return 'xhtml';
  if (mode !== 'escaped' && /^application\/xhtml|\+xml$|\/xml$/.test(type)) return 'xhtml';
  if (type === 'html' || type === 'text/html') return 'html';
  if (type === 'text' || type === 'text/plain') return 'text';
  const binary = name === 'content' ? /^(?:application|image|audio|video)\// : /^application\/octet-stream/;
  return mode === '' && binary.test(type) ? 'base64' : 'guess';
}

const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The text of one element, its inner markup written out again so that it can be read as HTML. */
export class FieldCapture {
  readonly writing: Writing;
  private value = '';
  private markup = false;

  constructor(
    readonly name: string,
    /** Number of open elements when the captured one is the innermost. */
    readonly depth: number,
    readonly attributes: Attributes,
    private readonly warn: (damage: string) => void,
  ) {
    this.writing = writingOf(attributes, name);
  }

  /** Characters of source text that can still matter: escaped markup is longer than what it stands for. */
  get room(): number {
    return Math.max(0, 2 * (LONGEST_FIELD - this.value.length));
  }

  text(text: string): void {
    this.push(this.writing === 'xhtml' ? escapeMarkup(text) : text);
  }

  tag(tag: string): void {
    this.markup = true;
    this.push(tag);
  }

  private push(piece: string): void {
    const room = LONGEST_FIELD - this.value.length;
    if (piece.length > room) this.warn(DAMAGE.tooLong);
    if (room <= 0) return;
    this.value += piece.length > room ? piece.slice(0, room) : piece;
  }

  /** Null when nothing is in it. */
  result(): FieldText | null {
    const { value } = this;
    if (value.trim() === '') return null;
    if (this.writing === 'base64') return { value: fromBase64(value), kind: 'guess' };
    if (this.writing === 'xhtml') return { value, kind: 'xhtml' };
    if (this.markup) return { value, kind: 'html' };
    return { value, kind: this.writing };
  }
}

function fromBase64(value: string): string {
  const compact = value.replace(/\s+/g, '');
  return /^[a-z0-9+/]*={0,2}$/i.test(compact) ? Buffer.from(compact, 'base64').toString('utf8') : value;
}
