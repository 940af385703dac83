import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'yaml';
import { itemPage, REPLAY_FEEDS, type Released, type ReplayFeed } from './replay-feeds.js';
import type { ReplayItem } from './replay-items.js';

/** What a feed keeps: a reader that comes too seldom misses what fell out before. */
export const WINDOW = 500;

interface Channel {
  feed: ReplayFeed;
  released: Released[];
  /** How many items it ever released: its ETag. */
  count: number;
}

/** Serves recorded items as feeds from this machine, as if they were published now. */
export class ReplayServer {
  private readonly server: Server;
  private readonly channels: Channel[] = REPLAY_FEEDS.map((feed) => ({ feed, released: [], count: 0 }));
  private readonly byId: ReadonlyMap<string, ReplayItem>;
  private readonly lanes: ReadonlyMap<string, number>;
  /** Tells the ETags of one run from those of the last. */
  private readonly run = Date.now().toString(36);
  private next = 0;

  constructor(
    private readonly items: readonly ReplayItem[],
    private readonly options: { keepDates: boolean },
  ) {
    this.byId = new Map(items.map((item) => [item.id, item]));
    this.lanes = lanesOf(items);
    this.server = createServer((request, response) => this.answer(request, response));
  }

  /** @param port 0 for any free one. @returns the address */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return this.address;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get isDone(): boolean {
    return this.next >= this.items.length;
  }

  /** Publishes the next items. @param at stamped on them unless their own dates are kept */
  release(count: number, at: Date): void {
    for (const item of this.items.slice(this.next, this.next + count)) {
      const channel = this.channels[this.laneOf(item)];
      const published = this.options.keepDates ? item.published : at.toISOString();
      channel?.released.unshift({ item, link: this.linkOf(item), releasedAt: at, published });
      if (channel) channel.count += 1;
      if (channel && channel.released.length > WINDOW) channel.released.pop();
      this.next += 1;
    }
  }

  releaseAll(at: Date): void {
    this.release(this.items.length - this.next, at);
  }

  /** A `sources.yaml` that names these feeds. */
  sourcesFile(): string {
    const sources = this.channels.map(({ feed }) => ({
      id: `replay-${feed.name}`,
      name: `回放 ${feed.name}`,
      url: `${this.address}/${feed.name}`,
      tier: 'core',
      family: `replay-${feed.name}`,
      allowPrivateNetwork: true,
    }));
    return stringify({ version: 1, sources });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** One source stays in one feed; when there are too few sources to fill all feeds, items take turns. */
  private laneOf(item: ReplayItem): number {
    const lane = this.lanes.size < this.channels.length ? this.next : (this.lanes.get(item.source) ?? 0);
    return lane % this.channels.length;
  }

  private linkOf(item: ReplayItem): string {
    return `${this.address}/items/${encodeURIComponent(item.id)}`;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', this.address);
    const channel = this.channels.find(({ feed }) => pathname === `/${feed.name}`);
    const item = pathname.startsWith('/items/') ? this.byId.get(decodeOr(pathname.slice(7))) : undefined;
    if (channel) this.answerFeed(channel, request, response);
    else if (item) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(itemPage(item));
    else response.writeHead(404).end('没有这一页 · no such page\n');
  }

  private answerFeed({ feed, released, count }: Channel, request: IncomingMessage, response: ServerResponse): void {
    const etag = `"${this.run}-${feed.name}-${count}"`;
    const headers = { etag, 'cache-control': 'no-cache' };
    if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
    else
      response
        .writeHead(200, { ...headers, 'content-type': feed.contentType })
        .end(feed.render(released, this.address));
  }
}

function lanesOf(items: readonly ReplayItem[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  for (const { source } of items) if (!lanes.has(source)) lanes.set(source, lanes.size);
  return lanes;
}

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
