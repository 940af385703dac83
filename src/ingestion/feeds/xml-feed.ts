import { DAMAGE } from './damage.js';
import { emptyItem, type FeedDocument, type FieldText, type RawItem } from './feed-document.js';
import { ITEM_FIELDS, itemOf } from './feed-fields.js';
import { FieldCapture } from './field-capture.js';
import { readLink, resolve } from './links.js';
import { plainText } from './plain-text.js';
import { References } from './references.js';
import { NameScope } from './xml-names.js';
import { prepareXml } from './xml-prolog.js';
import { type Ending, type XmlEvents, XmlScanner } from './xml-scanner.js';
import type { Attributes } from './xml-start-tag.js';

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
  item: RawItem | null;
}

/** Thrown inside the parser to stop at a limit; what was read so far stands. */
class Enough extends Error {}

/** Maps the events of one document to a feed. Tolerant: what is damaged is named in `warnings`, never thrown. */
class XmlFeed implements XmlEvents {
  readonly warnings = new Set<string>();
  private readonly references = new References((damage) => this.warnings.add(damage));
  private readonly frames: Frame[] = [];
  private readonly raw: RawItem[] = [];
  private readonly channel = emptyItem(undefined);
  private format: FeedDocument['format'] | null = null;
  private item: RawItem | null = null;
  private itemDepth = 0;
  private capture: FieldCapture | null = null;
  private elements = 0;
  private cutAt: RawItem | null = null;

  constructor(private readonly baseUrl: string | undefined) {}

  opened(written: string, attributes: Attributes): void {
    this.checkLimits();
    const parent = this.frames.at(-1);
    const scope = (parent?.scope ?? NameScope.outermost()).within(attributes, parent === undefined);
    const frame: Frame = {
      role: 'other',
      scope,
      base: this.baseOf(attributes, parent),
      item: null,
    };
    this.frames.push(frame);
    const name = scope.nameOf(written);
    if (this.capture && !this.interrupts(this.capture, name)) this.capture.tag(`<${localName(written)}>`);
    else this.place(name, frame, attributes, this.frames.at(-2)?.role ?? 'other');
  }

  closed(written: string, ending: Ending): void {
    const frame = this.frames.pop();
    if (!frame) return;
    if (ending === 'implied' || ending === 'document') this.forgive(ending, frame);
    if (this.capture) {
      if (this.frames.length < this.capture.depth) this.finishCapture();
      else this.capture.tag(`</${localName(written)}>`);
    }
    if (frame.item && frame.item === this.item) this.finishItem();
  }

  text(written: string): void {
    if (this.capture) this.capture.text(this.references.decode(this.fitting(this.capture, written)));
    else if (this.item && this.frames.at(-1)?.role === 'item') this.looseLink(this.item, written);
  }

  cdata(text: string): void {
    if (this.capture) this.capture.text(this.fitting(this.capture, text));
  }

  private fitting(capture: FieldCapture, written: string): string {
    if (written.length <= capture.room) return written;
    this.warnings.add(DAMAGE.tooLong);
    return written.slice(0, capture.room);
  }

  declaration(written: string): void {
    this.references.declare(written);
  }

  damaged(damage: string): void {
    this.warnings.add(damage);
  }

  private checkLimits(): void {
    this.elements += 1;
    const tooDeep = this.frames.length - this.itemDepth >= DEEPEST || this.frames.length >= DEEPEST_ALL;
    const tooMany = this.elements > MOST_ELEMENTS || this.raw.length >= MOST_ITEMS;
    if (tooDeep) this.warnings.add(DAMAGE.tooDeep);
    else if (tooMany) this.warnings.add(DAMAGE.tooMany);
    if (tooDeep || tooMany) throw new Enough();
  }

  private forgive(ending: Ending, frame: Frame): void {
    this.warnings.add(ending === 'document' ? DAMAGE.truncated : DAMAGE.mismatched);
    if (ending !== 'document') return;
    this.capture = null;
    if (frame.item !== null) this.cutAt = frame.item;
  }

  private baseOf(attributes: Attributes, parent: Frame | undefined): string | undefined {
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

  private place(name: string, frame: Frame, attributes: Attributes, parent: Role): void {
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

  private startItem(frame: Frame, attributes: Attributes): void {
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

  private placeField(item: RawItem, name: string, frame: Frame, attributes: Attributes): void {
    if (TRANSPARENT.has(name)) frame.role = 'item';
    else if (name === 'link' && attributes['href'] !== undefined) this.addLink(item, frame, attributes);
    else if (ITEM_FIELDS.has(name)) this.startCapture(name, attributes);
  }

  private addLink(item: RawItem, frame: Frame, attributes: Attributes): void {
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
    put(item, name, { value, kind: 'text' });
  }

  private startCapture(name: string, attributes: Attributes): void {
    this.capture = new FieldCapture(name, this.frames.length, attributes, (damage) => this.warnings.add(damage));
  }

  private finishCapture(): void {
    const capture = this.capture;
    this.capture = null;
    const field = capture?.result();
    if (!capture || !field) return;
    const target = this.item ?? this.channel;
    if (this.item && (capture.name === 'guid' || capture.name === 'id')) {
      target.guid = field.value.trim();
      target.guidIsLink = capture.name === 'guid' && capture.attributes['ispermalink']?.toLowerCase() !== 'false';
    }
    put(target, capture.name, field);
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
    const items = this.raw.map((raw) => {
      raw.base ??= home ?? undefined;
      return itemOf(raw, now);
    });
    const title = (first('title') || first('dc:title')).replaceAll('\n', ' ');
    return { format: this.format ?? 'rss', title, ttlMinutes: ttlOf(first), items };
  }
}

/** XHTML inside a field may carry a prefix; as HTML it has none. */
const localName = (written: string): string => written.slice(written.indexOf(':') + 1);

function put(item: RawItem, name: string, field: FieldText): void {
  const fields = item.fields.get(name);
  if (fields) fields.push(field);
  else item.fields.set(name, [field]);
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
  const feed = new XmlFeed(options.baseUrl);
  try {
    new XmlScanner(xml, feed).scan();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return { ...feed.document(options.now), warnings: [...warnings, ...feed.warnings] };
}
