import { type Attributes, NO_ATTRIBUTES } from './xml-start-tag.js';

/** Namespaces whose elements mean something in a feed, by the prefix this reader calls them. '' is the feed's own vocabulary. */
const NAMESPACES: readonly [RegExp, string][] = [
  [/^http:\/\/www\.w3\.org\/2005\/atom\/?$/i, 'atom'],
  [/^http:\/\/purl\.org\/atom\/ns#?/i, 'atom'],
  [/^http:\/\/example\.com\/(newformat|necho)/i, 'atom'],
  [/^http:\/\/purl\.org\/(rss\/1\.0|net\/rss1\.1#?)\/?$/i, ''],
  [/^http:\/\/my\.netscape\.com\/(rdf\/simple\/0\.9|publish\/formats\/rss-0\.91\.dtd)\/?$/i, ''],
  [/^http:\/\/channel\.netscape\.com\/rdf\/simple\/0\.9\/?$/i, ''],
  [/^http:\/\/backend\.userland\.com\/(rss|blogchannelmodule)/i, ''],
  [/^http:\/\/blogs\.law\.harvard\.edu\/tech\/rss/i, ''],
  [/^https?:\/\/(www\.)?rssboard\.org\/rss-specification/i, ''],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/i, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms\/?$/i, 'dcterms'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, 'content'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/syndication\/?$/i, 'sy'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml\/?$/i, 'xhtml'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/i, 'rdf'],
  [/^http:\/\/search\.yahoo\.com\/mrss\/?$/i, 'media'],
  [/^http:\/\/www\.itunes\.com\/dtds\/podcast/i, 'itunes'],
  [/^http:\/\/www\.w3\.org\/xml\/1998\/namespace$/i, 'xml'],
];

const MOST_DECLARATIONS = 64;

/** The reader's prefix for a namespace URI; null for one it has no use for. */
function prefixOf(uri: string): string | null {
  const plain = uri.trim();
  if (plain === '') return '';
  return NAMESPACES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Names of one scope that are remembered; a feed has some dozen. */
const REMEMBERED = 256;

/** Namespace declarations in force at one element. Prefixes nobody declared keep their own name. */
export class NameScope {
  private readonly known = new Map<string, string>();

  private constructor(
    private readonly ownDefault: string | null,
    private readonly prefixes: ReadonlyMap<string, string | null>,
  ) {}

  /** The scope around a document. */
  static outermost(): NameScope {
    return new NameScope('', new Map());
  }

  /**
   * The scope inside an element with these attributes (itself when it declares nothing).
   * @param atRoot an unknown default namespace of the root is taken for the feed's own: publishers invent such.
   */
  within(attributes: Attributes, atRoot: boolean): NameScope {
    if (attributes === NO_ATTRIBUTES) return this;
    const declared = Object.keys(attributes).filter((name) => name.startsWith('xmlns'));
    if (declared.length === 0) return this;
    let ownDefault = this.ownDefault;
    const prefixes = new Map(this.prefixes);
    for (const name of declared.slice(0, MOST_DECLARATIONS)) {
      const uri = attributes[name] ?? '';
      if (name === 'xmlns') ownDefault = prefixOf(uri) ?? (atRoot ? '' : null);
      else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), prefixOf(uri));
    }
    return new NameScope(ownDefault, prefixes);
  }

  /**
   * The name the reader knows an element by: `title`, `dc:date`, `content:encoded`. Atom and the RSS vocabularies have no
   * prefix of their own. Foreign names begin with `?`.
   * @param written in lower case
   */
  nameOf(written: string): string {
    const known = this.known.get(written);
    if (known !== undefined) return known;
    const name = this.look(written);
    if (this.known.size < REMEMBERED) this.known.set(written, name);
    return name;
  }

  private look(written: string): string {
    const colon = written.indexOf(':');
    const local = written.slice(colon + 1);
    const declared = colon < 0 ? this.ownDefault : this.prefixes.get(written.slice(0, colon));
    const prefix = declared === undefined ? written.slice(0, colon) : declared;
    if (prefix === null) return `?${written}`;
    if (prefix === '' || prefix === 'atom' || prefix === 'atom03' || prefix === 'atom10') return local;
    return `${prefix}:${local}`;
  }
}
