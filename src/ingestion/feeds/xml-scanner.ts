import { DAMAGE } from './damage.js';
import { TagEnds } from './tag-ends.js';
import { type Attributes, endsName, GREATER, isBlank, SLASH, StartTags } from './xml-start-tag.js';

/** Why an element ends: its end tag, `/>`, the end tag of one around it, or the end of the document. */
export type Ending = 'tag' | 'selfClosed' | 'implied' | 'document';

/** What stands in a document, in its order. Names are lower case; texts and attributes as written, references unread. */
export interface XmlEvents {
  opened(name: string, attributes: Attributes): void;
  closed(name: string, ending: Ending): void;
  text(written: string): void;
  cdata(text: string): void;
  declaration(written: string): void;
  damaged(damage: string): void;
}

const CDATA = '<![CDATA[';
const FIELD_END = /<\/(?:title|description|summary|content|content:encoded|link|guid|item|entry)\s*>/gi;
const ITEM_END = /<\/(?:item|entry)\s*>/i;

/** Where the field that holds a CDATA section ends, when an item ends before `limit` too; -1 otherwise. */
function fieldEnd(xml: string, open: number, limit: number): number {
  const item = xml.slice(open, limit).search(ITEM_END);
  if (item < 0) return -1;
  FIELD_END.lastIndex = open;
  return FIELD_END.exec(xml)?.index ?? open + item;
}

/**
 * Reads the marks of an XML document in one pass, forgiving what a strict reader throws at: tags that do not pair, sections,
 * comments and quotes that never end. Linear in the length of the document, whatever is in it.
 */
export class XmlScanner {
  private readonly ends: TagEnds;
  private readonly tags: StartTags;
  private readonly open: string[] = [];
  private readonly times = new Map<string, number>();
  private at = 0;
  private nextCdata = -1;

  constructor(
    private readonly xml: string,
    private readonly events: XmlEvents,
  ) {
    this.ends = new TagEnds(xml);
    this.tags = new StartTags(xml, this.ends, (damage) => events.damaged(damage));
  }

  scan(): void {
    const { xml, events } = this;
    while (this.at < xml.length) {
      const open = xml.indexOf('<', this.at);
      const end = open < 0 ? xml.length : open;
      if (end > this.at) events.text(xml.slice(this.at, end));
      this.at = open < 0 ? xml.length : this.markup(open);
    }
    for (let name = this.open.pop(); name !== undefined; name = this.open.pop()) events.closed(name, 'document');
  }

  /** @returns the index behind the markup that begins at `open` */
  private markup(open: number): number {
    const next = this.xml.charCodeAt(open + 1);
    if (next === SLASH) return this.endTag(open);
    if (next === 0x21) return this.exclamation(open);
    if (next === 0x3f) return this.declaration(open);
    if (next === GREATER || isBlank(next)) {
      this.events.text('<');
      return open + 1;
    }
    return this.startTag(open);
  }

  private exclamation(open: number): number {
    if (this.xml.startsWith(CDATA, open)) return this.cdata(open);
    if (!this.xml.startsWith('<!--', open)) return this.declaration(open);
    const end = this.ends.after('-->', open + 4);
    if (end >= 0) return end;
    // A comment that never ends would swallow the rest.
    this.events.damaged(DAMAGE.openComment);
    return this.orEnd(this.ends.after('>', open));
  }

  private declaration(open: number): number {
    const end = this.orEnd(this.ends.after('>', open));
    if (this.xml.charCodeAt(open + 1) === 0x21) this.events.declaration(this.xml.slice(open + 1, end - 1));
    return end;
  }

  private orEnd(index: number): number {
    return index < 0 ? this.xml.length : index;
  }

  private cdata(open: number): number {
    const { xml, events } = this;
    const start = open + CDATA.length;
    const end = this.ends.after(']]>', start);
    const limit = this.orEnd(end);
    const next = this.cdataFrom(start);
    const stop = next < limit || end < 0 ? fieldEnd(xml, open, Math.min(next, limit)) : -1;
    if (stop >= 0 || end < 0) events.damaged(DAMAGE.openCdata);
    else if (next < limit) events.damaged(DAMAGE.nestedCdata);
    const behind = stop >= 0 ? stop : end < 0 ? xml.length : end - 3;
    events.cdata(xml.slice(start, behind));
    return stop >= 0 || end < 0 ? behind : end;
  }

  private cdataFrom(start: number): number {
    if (this.nextCdata < start) {
      const index = this.xml.indexOf(CDATA, start);
      this.nextCdata = index < 0 ? Infinity : index;
    }
    return this.nextCdata;
  }

  private endTag(open: number): number {
    const end = this.ends.after('>', open + 2);
    if (end < 0) return this.xml.length;
    let nameEnd = open + 2;
    while (isBlank(this.xml.charCodeAt(nameEnd))) nameEnd += 1;
    const nameAt = nameEnd;
    while (nameEnd < end - 1 && !isBlank(this.xml.charCodeAt(nameEnd))) nameEnd += 1;
    this.close(this.xml.slice(nameAt, nameEnd).toLowerCase());
    return end;
  }

  private close(name: string): void {
    // An end tag that nothing began means nothing.
    if (!this.times.get(name)) return;
    for (let last = this.open.pop(); last !== undefined; last = this.open.pop()) {
      this.times.set(last, (this.times.get(last) ?? 1) - 1);
      this.events.closed(last, last === name ? 'tag' : 'implied');
      if (last === name) return;
    }
  }

  private startTag(open: number): number {
    const { xml, events } = this;
    let nameEnd = open + 1;
    while (nameEnd < xml.length && !endsName(xml.charCodeAt(nameEnd))) nameEnd += 1;
    const tag = this.tags.read(nameEnd);
    if (tag === null) return xml.length;
    const name = xml.slice(open + 1, nameEnd).toLowerCase();
    events.opened(name, tag.attributes);
    if (tag.selfClosed) events.closed(name, 'selfClosed');
    else this.push(name);
    return tag.behind;
  }

  private push(name: string): void {
    this.open.push(name);
    this.times.set(name, (this.times.get(name) ?? 0) + 1);
  }
}
