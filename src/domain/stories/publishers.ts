/** Who stands behind an article; `config/publishers.yaml`. */
export type PublisherClass = 'central' | 'official_body' | 'provincial' | 'market' | 'portal' | 'self_media';

export interface PublisherEntry {
  /** The family: several sites, apps and accounts of one publisher are one voice. */
  id: string;
  class: PublisherClass;
  name: string;
  /** Other names it goes by; a longer name beginning with one of them is meant too (新华社客户端). */
  names: string[];
  /** Its domains, with all below them. */
  hosts: string[];
}

export interface PublisherRules {
  version: string;
  /** `authority`: the class of `config/opinion.yaml` it weighs as; null: none. */
  classes: Record<PublisherClass, { name: { zh: string; en: string }; authority: string | null }>;
  publishers: PublisherEntry[];
  /** Ends of names that only public bodies bear: 应急管理局, 市人民政府. */
  bodies: string[];
}

/** A publisher as known, or as named only: then its name stands for its family. */
export interface Publisher {
  id: string;
  name: string;
  class: PublisherClass | null;
}

/** Ways of publishing, not publishers: 某报微信公众号 is 某报. */
const WAYS = /(?:官方)?(?:客户端|微信公众号|公众号|微信|微博|网站|官网|融媒体?|视频号|抖音号|APP)$/iu;
const LONGEST_NAME = 24;

/** The publishers of the file, looked up by name and by address. Built once. */
export class PublisherIndex {
  private readonly byName: [name: string, entry: PublisherEntry][];
  private readonly byHost = new Map<string, PublisherEntry>();
  private readonly byId = new Map<string, PublisherEntry>();

  constructor(readonly rules: PublisherRules) {
    this.byName = rules.publishers
      .flatMap((entry) => [entry.name, ...entry.names].map((name): [string, PublisherEntry] => [plain(name), entry]))
      .sort(([a], [b]) => b.length - a.length);
    for (const entry of rules.publishers) {
      this.byId.set(entry.id, entry);
      for (const host of entry.hosts) this.byHost.set(host, entry);
    }
  }

  /** By its family, as articles are stored with. @param name what one that the file does not know is called */
  of(family: string, name: string | null = null): Publisher {
    const entry = this.byId.get(family);
    if (entry) return known(entry);
    return { id: family, name: name ?? family, class: this.isBody(family) ? 'official_body' : null };
  }

  /** By a name as it is written; null when it names nobody. */
  named(written: string): Publisher | null {
    const name = plain(written);
    if (name === '') return null;
    const entry = this.byName.find(([start]) => name.startsWith(start))?.[1];
    if (entry) return known(entry);
    const own = name.replace(WAYS, '').slice(0, LONGEST_NAME) || name.slice(0, LONGEST_NAME);
    return { id: own, name: own, class: this.isBody(own) ? 'official_body' : null };
  }

  /** Only a name of the file, or one that only public bodies bear. */
  known(written: string): Publisher | null {
    const found = this.named(written);
    return found?.class == null ? null : found;
  }

  /** By the address of an article: its host, or a domain above it. */
  atHost(link: string | null): Publisher | null {
    const host = /^https?:\/\/([^/:?#@]+)/i.exec(link ?? '')?.[1]?.toLowerCase();
    if (!host) return null;
    const labels = host.split('.');
    for (let from = 0; from < labels.length - 1; from += 1) {
      const entry = this.byHost.get(labels.slice(from).join('.'));
      if (entry) return known(entry);
    }
    return host.endsWith('.gov.cn') ? { id: host, name: host, class: 'official_body' } : null;
  }

  private isBody(name: string): boolean {
    return name.length > 3 && this.rules.bodies.some((ending) => name.endsWith(ending));
  }
}

const indexes = new WeakMap<PublisherRules, PublisherIndex>();

/** The index of some rules, made once: a pure function remembered. */
export function publisherIndex(rules: PublisherRules): PublisherIndex {
  let index = indexes.get(rules);
  if (!index) indexes.set(rules, (index = new PublisherIndex(rules)));
  return index;
}

const known = ({ id, name, class: kind }: PublisherEntry): Publisher => ({ id, name, class: kind });

/** Full-width signs, blanks and quotation marks aside. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s"'“”‘’《》「」【】()[\]]/gu, '');
}

/** What is known of where an article comes from. */
export interface ArticleOrigin {
  sourceName: string;
  sourceFamily: string;
  /** The medium where a monitoring service or a caller found it. */
  reportedSource: string | null;
  link: string | null;
}

/** Who published an article: as reported, by the address it stands at, by the name of the source that brought it. */
export function publisherOf(origin: ArticleOrigin, index: PublisherIndex): Publisher {
  const reported = origin.reportedSource === null ? null : index.named(origin.reportedSource);
  return reported ?? index.atHost(origin.link) ?? index.known(origin.sourceName) ?? index.of(origin.sourceFamily);
}
