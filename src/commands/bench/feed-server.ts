import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves prepared documents by their path on a loopback port. */
export class FeedServer {
  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async open(documentAt: (path: string) => Buffer | undefined): Promise<FeedServer> {
    const server = createServer((request, response) => {
      const document = documentAt(request.url ?? '');
      response.writeHead(document ? 200 : 404, { 'content-type': 'application/rss+xml; charset=utf-8' });
      response.end(document);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new FeedServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
