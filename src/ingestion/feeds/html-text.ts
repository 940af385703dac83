import { layoutOf } from './html-elements.js';
import { References } from './references.js';
import { TagEnds } from './tag-ends.js';

/** Stands for a line break of the layout: the line feeds of the source are blanks in HTML. */
export const BREAK = '\u0001';

const SLASH = 0x2f;
const LONGEST_NAME = 40;
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
/** Blank, `/`, `<` or `>`. */
const endsName = (code: number): boolean => code <= 0x20 || code === SLASH || code === 0x3c || code === 0x3e;

const closingTags = new Map<string, RegExp>();

function closingTagOf(name: string): RegExp {
  const known = closingTags.get(name) ?? new RegExp(String.raw`</${name}(?=[\s/>])[^>]*>?`, 'gi');
  closingTags.set(name, known);
  return known;
}

/** Walks once over a fragment of HTML and keeps what a reader of the page would see. */
class HtmlText {
  private readonly references = new References(() => undefined);
  private readonly ends: TagEnds;
  private readonly unclosed = new Set<string>();
  /** Behind the markup read last. */
  private at = 0;

  constructor(private readonly html: string) {
    this.ends = new TagEnds(html);
  }

  read(): string {
    const { html } = this;
    let text = '';
    let from = 0;
    for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', this.at)) {
      this.at = open + 1;
      const markup = this.markup(open);
      if (markup === null) continue;
      text += this.references.decode(html.slice(from, open)) + markup;
      from = this.at;
    }
    return text + this.references.decode(html.slice(from));
  }

  /** What the markup at `open` leaves in the text; null when it is none and the `<` a character like any other. */
  private markup(open: number): string | null {
    const next = this.html.charCodeAt(open + 1);
    if (isLetter(next)) return this.tag(open + 1, true);
    if (next === 0x21 || next === 0x3f) return this.declaration(open);
    return next === SLASH && isLetter(this.html.charCodeAt(open + 2)) ? this.tag(open + 2, false) : null;
  }

  private declaration(open: number): string | null {
    const isComment = this.html.startsWith('!--', open + 1);
    const comment = isComment ? this.ends.after('-->', open + 4) : -1;
    // A comment that never ends would swallow the rest: it ends at the next `>` instead.
    const end = comment < 0 ? this.ends.after('>', open + 1) : comment;
    if (end < 0 && !isComment) return null;
    this.at = end < 0 ? this.html.length : end;
    return '';
  }

  private tag(nameAt: number, opens: boolean): string | null {
    const name = this.nameAt(nameAt);
    const layout = layoutOf(name);
    const end = this.ends.ofTag(nameAt + name.length);
    // Texts are often cut in the middle of a tag. What is no element of HTML is text (`a<b`).
    if (end < 0 && layout === null) return null;
    this.at = end < 0 ? this.html.length : end;
    if (opens && (layout === 'silent' || layout === 'code')) this.skipInside(name.toLowerCase(), layout);
    if (layout === 'block') return BREAK;
    return layout === 'cell' ? ' ' : '';
  }

  private nameAt(from: number): string {
    let end = from + 1;
    while (end < from + LONGEST_NAME && !endsName(this.html.charCodeAt(end))) end += 1;
    return this.html.slice(from, end);
  }

  /** Code that never ends is code to the end; of other elements only the tag is left out then. */
  private skipInside(name: string, layout: 'silent' | 'code'): void {
    if (layout === 'silent' && this.html.charCodeAt(this.at - 2) === SLASH) return;
    const end = this.unclosed.has(name) ? -1 : this.behindClosing(name);
    if (end >= 0) this.at = end;
    else if (layout === 'code') this.at = this.html.length;
  }

  private behindClosing(name: string): number {
    const tag = closingTagOf(name);
    tag.lastIndex = this.at;
    if (tag.test(this.html)) return tag.lastIndex;
    this.unclosed.add(name);
    return -1;
  }
}

/** The text of an HTML fragment in one pass: blocks parted by BREAK, scripts and styles left out, references read. */
export const textOfHtml = (html: string): string => new HtmlText(html).read();
