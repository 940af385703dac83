import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it; ms of a clock that never goes back. */
export interface Seen {
  path: string;
  headers: IncomingMessage['headers'];
  begun: number;
  ended: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A feed with such items, as an answer. */
export const feedOf =
  (titles: string[], headers: Record<string, string> = {}): Answer =>
  (request, response) => {
    const etag = headers['etag'];
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const items = titles.map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`).join('');
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers });
    response.end(`<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`);
  };

/** A host with feeds: it keeps a log of who asked when, and whether anybody came while another was still being answered. */
export class FeedHost {
  readonly seen: Seen[] = [];
  /** The most requests that were under way at the same time. */
  mostAtOnce = 0;
  answer: Answer = feedOf([]);
  private atOnce = 0;
  private readonly server: Server;
  private heard: () => void = () => undefined;

  private constructor(private readonly address: string) {
    this.server = createServer((request, response) => this.meet(request, response));
  }

  /** @param address on Linux each of 127.0.0.0/8 is a host of its own */
  static async open(address = '127.0.0.1'): Promise<FeedHost> {
    const host = new FeedHost(address);
    await new Promise<void>((resolve) => host.server.listen(0, address, resolve));
    return host;
  }

  get host(): string {
    return `${this.address}:${(this.server.address() as AddressInfo).port}`;
  }

  url(path: string): string {
    return `http://${this.host}/${path}`;
  }

  /** The shortest time from the end of one request to the begin of the next, ms. */
  get shortestGap(): number {
    return Math.min(...this.seen.slice(1).map(({ begun }, index) => begun - (this.seen[index]?.ended ?? 0)));
  }

  /** Resolves once the log is as wished. */
  async until(wished: (seen: Seen[]) => boolean): Promise<void> {
    while (!wished(this.seen)) await new Promise<void>((resolve) => (this.heard = resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private meet(request: IncomingMessage, response: ServerResponse): void {
    const seen: Seen = { path: request.url ?? '', headers: request.headers, begun: performance.now(), ended: Infinity };
    this.seen.push(seen);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    response.once('close', () => {
      seen.ended = performance.now();
      this.atOnce -= 1;
      this.heard();
    });
    this.answer(request, response);
  }
}
