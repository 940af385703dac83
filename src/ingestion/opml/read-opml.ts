import { Parser } from 'htmlparser2';
import { expectedSeconds, sourceId, tier } from '../../contract/source.js';
import type { Tier } from '../../domain/clocks/policy.js';
import { cutTo, soundText } from '../../domain/text/sound-text.js';
import { References } from '../feeds/references.js';
import { folderPath } from '../sources/folder-path.js';

/** More than this is no list that people keep, but an attack or a mistake. */
export const OPML_LIMITS = { feeds: 2_000, depth: 500, folders: 10 } as const;
const LONGEST = { name: 200, family: 100 };

/** A feed as a list names it. What only our own export says is null in the lists of others. */
export interface ListedFeed {
  name: string;
  url: string;
  folder: string | null;
  id: string | null;
  tier: Tier | null;
  family: string | null;
  expectedSeconds: number | null;
}

/** The text is no list of feeds, or one too large; Chinese first, tells what to do. */
export class OpmlFault extends Error {}

/**
 * The feeds of an OPML document (1.0, 1.1, 2.0) in their order. Tolerant: case, missing titles, HTML entities, bare `&` and
 * missing end tags are forgiven; outlines without an address are folders, in folders `a/b`.
 * @throws OpmlFault
 */
export function readOpml(text: string): ListedFeed[] {
  const reading = new OpmlReading();
  const parser = new Parser(reading, {
    xmlMode: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
    decodeEntities: false,
  });
  parser.end(text);
  if (!reading.isOpml)
    throw new OpmlFault('这不是 OPML 文件：里面没有 outline · not an OPML file: it holds no outline');
  return reading.feeds;
}

class OpmlReading {
  readonly feeds: ListedFeed[] = [];
  isOpml = false;
  /** Of each open outline its folder name; null where it is a feed or has no name. */
  private readonly open: (string | null)[] = [];
  private depth = 0;
  private readonly references = new References(() => undefined);

  onprocessinginstruction(name: string, data: string): void {
    if (name.startsWith('!')) this.references.declare(data);
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > OPML_LIMITS.depth) throw new OpmlFault('文件嵌套过深 · the file is nested too deep');
    if (name === 'opml') this.isOpml = true;
    if (name !== 'outline') return;
    this.isOpml = true;
    const feed = this.feedOf(attributes);
    this.open.push(feed ? null : this.nameOf(attributes) || null);
    if (feed) this.feeds.push(feed);
    if (this.feeds.length > OPML_LIMITS.feeds) {
      const most = OPML_LIMITS.feeds;
      throw new OpmlFault(`一次最多导入 ${most} 个来源，请分开导入 · at most ${most} feeds at once: split the file`);
    }
  }

  onclosetag(name: string): void {
    this.depth -= 1;
    if (name === 'outline') this.open.pop();
  }

  private feedOf(attributes: Record<string, string>): ListedFeed | null {
    const url = this.textOf(attributes['xmlurl']);
    if (url === '') return null;
    const own = (name: string) => this.textOf(attributes[`huiying:${name}`]);
    return {
      name: this.nameOf(attributes),
      url,
      folder: this.folder(),
      id: sourceId.safeParse(own('id')).data ?? null,
      tier: tier.safeParse(own('tier')).data ?? null,
      family: cutTo(own('family'), LONGEST.family) || null,
      expectedSeconds: expectedSeconds.safeParse(Number(own('expectedseconds') || NaN)).data ?? null,
    };
  }

  private folder(): string | null {
    const named = this.open.filter((name) => name !== null);
    return folderPath(named.slice(0, OPML_LIMITS.folders));
  }

  private nameOf(attributes: Record<string, string>): string {
    const name = this.textOf(attributes['text']) || this.textOf(attributes['title']);
    return cutTo(name, LONGEST.name).trim();
  }

  private textOf(written: string | undefined): string {
    return soundText(this.references.decode(written ?? ''))
      .replace(/\s+/g, ' ')
      .trim();
  }
}
