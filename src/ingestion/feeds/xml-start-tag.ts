import { DAMAGE } from './damage.js';
import type { TagEnds } from './tag-ends.js';

export type Attributes = Readonly<Record<string, string>>;

export interface StartTag {
  /** Names lower case, values as written; the first of a name counts. */
  attributes: Attributes;
  selfClosed: boolean;
  /** Index behind its `>`. */
  behind: number;
}

export const SLASH = 0x2f;
export const GREATER = 0x3e;
const EQUALS = 0x3d;
const QUOTES = new Map([
  [0x22, '"'],
  [0x27, "'"],
]);
/** One object for all tags without any: most are. */
export const NO_ATTRIBUTES: Attributes = Object.freeze({});
/** No element of a feed has more; the rest is passed over. */
const MOST_ATTRIBUTES = 128;

export const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
export const endsName = (code: number): boolean => code === GREATER || code === SLASH || isBlank(code);

/** Reads start tags from behind their names on. */
export class StartTags {
  private at = 0;

  constructor(
    private readonly xml: string,
    private readonly ends: TagEnds,
    private readonly damaged: (damage: string) => void,
  ) {}

  /** Null for a tag that the document's end cuts off. @param from index behind the name */
  read(from: number): StartTag | null {
    if (this.xml.charCodeAt(from) === GREATER)
      return { attributes: NO_ATTRIBUTES, selfClosed: false, behind: from + 1 };
    this.at = from;
    const attributes: Record<string, string> = {};
    for (let count = 0; this.skipBlanks() < this.xml.length;) {
      const code = this.xml.charCodeAt(this.at);
      if (code === GREATER) return { attributes, selfClosed: false, behind: this.at + 1 };
      if (code === SLASH) {
        this.at += 1;
        if (this.xml.charCodeAt(this.skipBlanks()) === GREATER)
          return { attributes, selfClosed: true, behind: this.at + 1 };
        continue;
      }
      const [name, value] = this.attribute();
      count += 1;
      if (count <= MOST_ATTRIBUTES && !Object.hasOwn(attributes, name)) attributes[name] = value;
    }
    return null;
  }

  private skipBlanks(): number {
    while (isBlank(this.xml.charCodeAt(this.at))) this.at += 1;
    return this.at;
  }

  private attribute(): [name: string, value: string] {
    const { xml } = this;
    const nameAt = this.at;
    for (let code = 0; this.at < xml.length && code !== EQUALS && !endsName(code); code = xml.charCodeAt(this.at))
      this.at += 1;
    const name = xml.slice(nameAt, this.at).toLowerCase();
    if (xml.charCodeAt(this.skipBlanks()) !== EQUALS) return [name, ''];
    this.at += 1;
    const quote = QUOTES.get(xml.charCodeAt(this.skipBlanks()));
    return [name, quote === undefined ? this.bareValue() : this.quotedValue(quote)];
  }

  private bareValue(): string {
    const { xml } = this;
    const from = this.at;
    while (this.at < xml.length && xml.charCodeAt(this.at) !== GREATER && !isBlank(xml.charCodeAt(this.at)))
      this.at += 1;
    return xml.slice(from, this.at);
  }

  /** A quote that never closes, or only behind an end tag, would swallow elements: it closes at the end of its own tag. */
  private quotedValue(quote: string): string {
    const from = this.at + 1;
    const behind = this.ends.after(quote, from);
    const value = behind < 0 ? null : this.xml.slice(from, behind - 1);
    if (value !== null && !value.includes('</')) {
      this.at = behind;
      return value;
    }
    this.damaged(DAMAGE.openQuote);
    const end = this.xml.indexOf('>', from);
    this.at = end < 0 ? this.xml.length : end;
    return this.xml.slice(from, this.at);
  }
}
