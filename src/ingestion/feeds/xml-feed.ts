import { Parser } from 'htmlparser2';
import { DAMAGE } from './damage.js';
import { emptyItem, type FeedDocument, type RawItem } from './feed-document.js';
import { ITEM_FIELDS, itemOf } from './feed-fields.js';
import { FieldCapture } from './field-capture.js';
import { readLink, resolve } from './links.js';
import { plainText } from './plain-text.js';
import { References } from './references.js';
import { NameScope } from './xml-names.js';
import { prepareXml } from './xml-prolog.js';

const MOST_ITEMS = 5_000;
const MOST_ELEMENTS = 400_000;
/** Open elements inside one item; a document that forgets its `</item>` may nest the items themselves deeper. */
const DEEPEST = 256;
const DEEPEST_ALL = 6_000;

const FEEDS = new Map<string, FeedDocument['format']>([
  ['rss', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['channel', 'rss'],
]);
const FEED_FIELDS = new Set(['title', 'dc:title', 'link', 'ttl', 'sy:updateperiod', 'sy:updatefrequency']);
/** Elements that only hold fields of the item they stand in. */
const TRANSPARENT = new Set(['media:group', 'media:content']);
/** RSS fields that never stand inside another one: there the other one was not closed. */
const RSS_SIBLINGS = new Set([
  'title',
  'link',
  'description',
  'pubdate',
  'guid',
  'author',
  'content:encoded',
  'dc:date',
]);
const PERIOD_MINUTES = new Map([
  ['hourly', 60],
  ['daily', 1440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

type Role = 'feed' | 'item' | 'other';

interface Frame {
  role: Role;
  scope: NameScope;
  base: string | undefined;
  openedAt: number;
  item: RawItem | null;
}

/** Thrown inside the parser to stop at a limit; what was read so far stands. */
class Enough extends Error {}

/** Maps the events of one document to a feed. Tolerant: what is damaged is named in `warnings`, never thrown. */
class XmlFeed {
  readonly warnings = new Set<string>();
  private readonly references = new References((damage) => this.warnings.add(damage));
  private readonly frames: Frame[] = [];
  private readonly raw: RawItem[] = [];
  private readonly channel = emptyItem(undefined);
  private format: FeedDocument['format'] | null = null;
  private item: RawItem | null = null;
  private itemDepth = 0;
  private capture: FieldCapture | null = null;
  private inCdata = false;
  private elements = 0;
  private cutAt: RawItem | null = null;
  /** Set before the parser is told that the document ends: elements closed from then on were never closed. */
  ending = false;

  constructor(
    private readonly parser: () => Parser,
    private readonly baseUrl: string | undefined,
  ) {}

  onopentag(written: string, attributes: Record<string, string>): void {
    this.checkLimits();
    const parent = this.frames.at(-1);
    const scope = (parent?.scope ?? NameScope.root).within(attributes, parent === undefined);
    const frame: Frame = {
      role: 'other',
      scope,
      base: this.baseOf(attributes, parent),
      openedAt: this.parser().endIndex,
      item: null,
    };
    this.frames.push(frame);
    const name = scope.nameOf(written);
    if (this.capture && !this.interrupts(this.capture, name)) this.capture.tag(`<${written}>`);
    else this.place(name, frame, attributes, this.frames.at(-2)?.role ?? 'other');
  }

  onclosetag(written: string, implied: boolean): void {
    const frame = this.frames.pop();
    if (!frame) return;
    const selfClosed = implied && !this.ending && frame.openedAt === this.parser().endIndex;
    if (implied && !selfClosed) this.forgive();
    if (this.capture) {
      if (this.frames.length < this.capture.depth) this.finishCapture();
      else this.capture.tag(`</${written}>`);
    }
    if (frame.item && frame.item === this.item) this.finishItem();
  }

  ontext(data: string): void {
    if (this.capture) this.captured(this.capture, data);
    else if (this.item && this.frames.at(-1)?.role === 'item') this.looseLink(this.item, data);
  }

  private captured(capture: FieldCapture, data: string): void {
    if (data.length > capture.room) this.warnings.add(DAMAGE.tooLong);
    const text = data.slice(0, capture.room);
    capture.text(this.inCdata ? text : this.references.decode(text));
  }

  oncdatastart(): void {
    this.inCdata = true;
  }

  oncdataend(): void {
    this.inCdata = false;
  }

  onprocessinginstruction(_name: string, data: string): void {
    if (data.startsWith('!')) this.references.declare(data);
  }

  private checkLimits(): void {
    this.elements += 1;
    const tooDeep = this.frames.length - this.itemDepth >= DEEPEST || this.frames.length >= DEEPEST_ALL;
    const tooMany = this.elements > MOST_ELEMENTS || this.raw.length >= MOST_ITEMS;
    if (tooDeep) this.warnings.add(DAMAGE.tooDeep);
    else if (tooMany) this.warnings.add(DAMAGE.tooMany);
    if (tooDeep || tooMany) throw new Enough();
  }

  private forgive(): void {
    this.warnings.add(this.ending ? DAMAGE.truncated : DAMAGE.mismatched);
    if (this.ending && this.capture) {
      this.capture = null;
      this.cutAt = this.item;
    }
  }

  private baseOf(attributes: Record<string, string>, parent: Frame | undefined): string | undefined {
    const outer = parent ? parent.base : this.baseUrl;
    const own = attributes['xml:base'];
    return own === undefined ? outer : (resolve(this.references.decode(own).trim(), outer) ?? outer);
  }

  /** True when an element inside a captured field shows that the field was never closed. */
  private interrupts(capture: FieldCapture, name: string): boolean {
    if (capture.writing === 'xhtml' || this.format === 'atom') return false;
    const direct = this.frames.length === capture.depth + 1;
    const next = this.item ? direct && RSS_SIBLINGS.has(name) : false;
    if (!next && name !== 'item') return false;
    this.warnings.add(DAMAGE.mismatched);
    const owner = this.frames[capture.depth - 1];
    if (owner) owner.role = this.item ? 'item' : 'feed';
    this.finishCapture();
    return true;
  }

  private place(name: string, frame: Frame, attributes: Record<string, string>, parent: Role): void {
    if (name === 'item' || name === 'entry') this.startItem(frame, attributes);
    else if (FEEDS.has(name) && parent !== 'item') this.enterFeed(name, frame);
    else if (parent === 'item' && this.item) this.placeField(this.item, name, frame, attributes);
    else if (parent === 'feed' && FEED_FIELDS.has(name)) this.startCapture(name, attributes);
  }

  private enterFeed(name: string, frame: Frame): void {
    this.format ??= FEEDS.get(name) ?? 'rss';
    frame.role = 'feed';
    this.channel.base ??= frame.base;
  }

  private startItem(frame: Frame, attributes: Record<string, string>): void {
    if (this.item) {
      this.warnings.add(DAMAGE.mismatched);
      this.finishItem();
    }
    const item = emptyItem(frame.base);
    const about = attributes['rdf:about'];
    if (about !== undefined) {
      item.guid = this.references.decode(about).trim() || null;
      item.guidIsLink = true;
    }
    if (attributes['lastmod'] !== undefined) this.addField(item, 'modified', attributes['lastmod']);
    this.addLink(item, frame, attributes);
    Object.assign(frame, { role: 'item', item });
    this.item = item;
    this.itemDepth = this.frames.length;
  }

  private placeField(item: RawItem, name: string, frame: Frame, attributes: Record<string, string>): void {
    if (TRANSPARENT.has(name)) frame.role = 'item';
    else if (name === 'link' && attributes['href'] !== undefined) this.addLink(item, frame, attributes);
    else if (ITEM_FIELDS.has(name)) this.startCapture(name, attributes);
  }

  private addLink(item: RawItem, frame: Frame, attributes: Record<string, string>): void {
    if (attributes['href'] === undefined) return;
    const read = (name: string): string => this.references.decode(attributes[name] ?? '').trim();
    item.links.push({ href: read('href'), rel: read('rel'), type: read('type'), base: frame.base });
  }

  /** `<link/>http://...`: what a page builder makes of an RSS link. */
  private looseLink(item: RawItem, data: string): void {
    const text = data.trim();
    if (!item.fields.has('link') && /^https?:\/\/\S+$/i.test(text)) this.addField(item, 'link', text);
  }

  private addField(item: RawItem, name: string, value: string): void {
    item.fields.set(name, [...(item.fields.get(name) ?? []), { value, kind: 'text' }]);
  }

  private startCapture(name: string, attributes: Record<string, string>): void {
    this.capture = new FieldCapture(name, this.frames.length, attributes, (damage) => this.warnings.add(damage));
  }

  private finishCapture(): void {
    const capture = this.capture;
    this.capture = null;
    if (!capture || capture.isEmpty) return;
    const target = this.item ?? this.channel;
    const field = capture.result();
    if (this.item && (capture.name === 'guid' || capture.name === 'id')) {
      target.guid = field.value.trim();
      target.guidIsLink = capture.name === 'guid' && capture.attributes['ispermalink']?.toLowerCase() !== 'false';
    }
    target.fields.set(capture.name, [...(target.fields.get(capture.name) ?? []), field]);
  }

  private finishItem(): void {
    const item = this.item;
    this.item = null;
    this.itemDepth = this.frames.length;
    // Half an item would be stored as another one than the whole of the next visit: only whole ones are taken.
    if (item && !(item === this.cutAt && this.raw.length > 0)) this.raw.push(item);
  }

  document(now: Date): Omit<FeedDocument, 'warnings'> {
    if (this.item) this.finishItem();
    const first = (name: string): string =>
      plainText(this.channel.fields.get(name)?.[0] ?? { value: '', kind: 'text' });
    const home = readLink(first('link'), this.channel.base);
    const items = this.raw.map((raw) => itemOf({ ...raw, base: raw.base ?? home ?? undefined }, now));
    const title = (first('title') || first('dc:title')).replaceAll('\n', ' ');
    return { format: this.format ?? 'rss', title, ttlMinutes: ttlOf(first), items };
  }
}

function ttlOf(first: (name: string) => string): number | null {
  const ttl = Number(first('ttl'));
  if (ttl > 0 && Number.isFinite(ttl)) return ttl;
  const period = PERIOD_MINUTES.get(first('sy:updateperiod').toLowerCase());
  return period === undefined ? null : period / Math.max(1, Number(first('sy:updatefrequency')) || 1);
}

/** Reads RSS 0.9x / 1.0 / 2.0, Atom and CDF, damaged ones included. @throws FeedError when it is none of them. */
export function readXmlFeed(text: string, options: { baseUrl?: string | undefined; now: Date }): FeedDocument {
  const { xml, warnings } = prepareXml(text);
  const feed: XmlFeed = new XmlFeed(() => parser, options.baseUrl);
  const parser = new Parser(feed, {
    xmlMode: true,
    decodeEntities: false,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  try {
    parser.write(xml);
    feed.ending = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return { ...feed.document(options.now), warnings: [...warnings, ...feed.warnings] };
}
