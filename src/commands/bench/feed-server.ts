import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves prepared documents by their path, on as many loopback hosts as wanted: a host is asked by one visit at a time. */
export class FeedServer {
  private constructor(
    private readonly servers: Server[],
    /** One for each host, without a path. */
    readonly addresses: string[],
  ) {}

  /**
   * @param hosts at most 250; more than one needs Linux, where all of 127.0.0.0/8 is this machine
   * @param served called when the last byte of an answer is out
   */
  static async open(
    documentAt: (path: string) => Buffer | undefined,
    hosts: number,
    served: (path: string) => void = () => undefined,
  ): Promise<FeedServer> {
    const names = Array.from({ length: hosts }, (_, n) => `127.0.0.${n + 1}`);
    const servers = await Promise.all(names.map((name) => listening(documentAt, served, name)));
    const addresses = servers.map((server, n) => `http://${names[n]}:${(server.address() as AddressInfo).port}`);
    return new FeedServer(servers, addresses);
  }

  async close(): Promise<void> {
    for (const server of this.servers) server.closeAllConnections();
    await Promise.all(this.servers.map((server) => new Promise((closed) => server.close(closed))));
  }
}

async function listening(
  documentAt: (path: string) => Buffer | undefined,
  served: (path: string) => void,
  host: string,
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const document = documentAt(path);
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/rss+xml; charset=utf-8' });
    response.end(document, () => served(path));
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(0, host, ready);
  });
  return server;
}
