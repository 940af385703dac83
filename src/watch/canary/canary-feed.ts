import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BuiltInAddresses } from '../../ingestion/visiting/built-in-addresses.js';
import { CANARY_SOURCE } from './canary-period.js';
import { reportOf } from './canary-report.js';

/** The self-check's own feed, on a free port of this machine: the present report, as any publisher would offer it. */
@Injectable()
export class CanaryFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CanaryFeed.name);
  private server: Server | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly addresses: BuiltInAddresses,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const server = createServer((_, response) => void this.answer(response));
    try {
      await once(server.listen(0, '127.0.0.1'), 'listening');
    } catch (error) {
      this.logger.error(`自检信息源未能启动 · the feed of the self-check could not start: ${String(error)}`);
      return;
    }
    this.server = server;
    this.addresses.set(CANARY_SOURCE, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }

  onApplicationShutdown(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private async answer(response: ServerResponse): Promise<void> {
    try {
      const body = await this.document();
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
    } catch (error) {
      this.logger.error(`自检信息源读不到数据库 · the feed of the self-check cannot read: ${String(error)}`);
      response.writeHead(503).end();
    }
  }

  private async document(): Promise<string> {
    const rows = await this.db.query<{ slot: string; turn: number; startedAt: Date }[]>(
      'select slot, turn, started_at as "startedAt" from canary_run order by slot desc limit 1',
    );
    const items = rows.map(({ slot, turn, startedAt }) => itemOf(Number(slot), turn, startedAt));
    return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>全链路自检</title><link>about:blank</link>${items.join('')}</channel></rss>`;
  }
}

function itemOf(slot: number, turn: number, startedAt: Date): string {
  const { guid, title, text } = reportOf(slot, turn);
  return `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><description>${text}</description>
<pubDate>${startedAt.toUTCString()}</pubDate></item>`;
}
