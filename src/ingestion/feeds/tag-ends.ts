const QUOTES = new Map([
  [0x22, '"'],
  [0x27, "'"],
]);
const GREATER = 0x3e;
const EQUALS = 0x3d;

const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** Where things end in one text. What was once searched for in vain is not searched for again, so that all searches together stay linear. */
export class TagEnds {
  private readonly absent = new Set<string>();
  private quotesClose = true;

  constructor(private readonly text: string) {}

  /** Index behind the next `part`; -1 when there is none. Calls must not go back in the text. */
  after(part: string, from: number): number {
    if (this.absent.has(part)) return -1;
    const index = this.text.indexOf(part, from);
    if (index < 0) this.absent.add(part);
    return index < 0 ? -1 : index + part.length;
  }

  /** Index behind the `>` that ends the tag whose attributes begin at `from`; one inside a quoted value does not. */
  ofTag(from: number): number {
    const plain = this.after('>', from);
    if (plain < 0 || !this.quotesClose) return plain;
    const end = this.behindQuotes(from);
    // Quotes that never close pair up across the tags: from here on they are characters like any other.
    if (end < 0) this.quotesClose = false;
    return end < 0 ? plain : end;
  }

  private behindQuotes(from: number): number {
    let afterEquals = false;
    for (let at = from; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      const quote = afterEquals ? QUOTES.get(code) : undefined;
      if (quote !== undefined) {
        at = this.after(quote, at + 1) - 1;
        if (at < 0) return -1;
      }
      if (!isBlank(code)) afterEquals = code === EQUALS;
    }
    return -1;
  }
}
