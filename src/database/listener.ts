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
  private client: pg.Client | null = null;
  private opening: Promise<void> | null = null;
  private closed = false;

  constructor(private readonly settings: Settings) {}

  /** Calls `heard` after each NOTIFY on the channel, and once after every reconnection. */
  async on(channel: 'journal' | 'thresholds' | 'notices' | 'articles', heard: () => void): Promise<void> {
    const hearers = this.hearers.get(channel) ?? new Set();
    this.hearers.set(channel, hearers.add(heard));
    await this.open();
    await this.client?.query(`listen ${channel}`);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  private open(): Promise<void> {
    this.opening ??= this.connect();
    return this.opening;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.settings.databaseUrl, keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectLater());
    client.on('notification', ({ channel }) => this.hearers.get(channel)?.forEach((heard) => heard()));
    await client.connect();
    for (const channel of this.hearers.keys()) await client.query(`listen ${channel}`);
    this.client = client;
  }

  private reconnectLater(): void {
    if (this.closed) return;
    this.client = null;
    this.opening = null;
    setTimeout(() => void this.reconnect(), RECONNECT_MS).unref();
  }

  private async reconnect(): Promise<void> {
    if (this.closed) return;
    try {
      await this.open();
      for (const hearers of this.hearers.values()) hearers.forEach((heard) => heard());
    } catch (error) {
      this.logger.warn(`监听连接未恢复 · listening connection is not back: ${String(error)}`);
      this.reconnectLater();
    }
  }
}
