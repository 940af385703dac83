import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Settings } from '../settings/settings.js';

const RECONNECT_MS = 1_000;

/**
 * Hears NOTIFY on one connection of its own. A hint only: whoever listens also looks by himself every second or so,
 * so that a lost notification costs a moment and nothing else.
 */
@Injectable()
export class DatabaseListener implements OnModuleDestroy {
  private readonly logger = new Logger(DatabaseListener.name);
  private readonly hearers = new Map<string, Set<() => void>>();
  /** The connection that counts; what an earlier one still says is ignored. */
  private client: pg.Client | null = null;
  private opening: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly settings: Settings) {}

  /** Calls `heard` after each NOTIFY on the channel, and once after every reconnection. */
  async on(channel: 'journal' | 'thresholds' | 'notices' | 'articles' | 'documents', heard: () => void): Promise<void> {
    const hearers = this.hearers.get(channel) ?? new Set();
    this.hearers.set(channel, hearers.add(heard));
    await this.open();
    await this.client?.query(`listen ${channel}`);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private open(): Promise<void> {
    this.opening ??= this.connect();
    return this.opening;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel }) => this.hearers.get(channel)?.forEach((heard) => heard()));
    try {
      await client.connect();
      for (const channel of this.hearers.keys()) await client.query(`listen ${channel}`);
    } catch (error) {
      this.lost(client);
      throw error;
    }
  }

  /** However often and in whichever way a connection says that it is gone, one retry follows. */
  private lost(client: pg.Client): void {
    if (this.closed || client !== this.client) return;
    this.client = null;
    this.opening = null;
    void client.end().catch(() => undefined);
    this.retry ??= setTimeout(() => void this.reconnect(), RECONNECT_MS).unref();
  }

  private async reconnect(): Promise<void> {
    this.retry = null;
    if (this.closed) return;
    try {
      await this.open();
      for (const hearers of this.hearers.values()) hearers.forEach((heard) => heard());
    } catch (error) {
      this.logger.warn(`监听连接未恢复 · listening connection is not back: ${String(error)}`);
    }
  }
}
