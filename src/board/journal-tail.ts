import { Injectable, Logger } from '@nestjs/common';
import { DatabaseListener } from '../database/listener.js';
import { JournalService } from '../journal/journal.service.js';
import { type BoardNews, BoardReader } from './board-reader.js';

const SAFETY_MS = 1_000;
const MOST = 500;

/**
 * Follows the journal by `seq` in this process. NOTIFY shortens the wait; a look every second makes up for a lost one.
 * `seq` is gap-free in the order of commits, so nothing can be skipped.
 */
@Injectable()
export class JournalTail {
  private readonly logger = new Logger(JournalTail.name);
  private position = 0;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private safety: NodeJS.Timeout | null = null;
  private heard: (news: BoardNews) => void = () => undefined;

  constructor(
    private readonly reader: BoardReader,
    private readonly journal: JournalService,
    private readonly listener: DatabaseListener,
  ) {}

  get seq(): number {
    return this.position;
  }

  /** Begins at the present end of the journal. */
  async follow(heard: (news: BoardNews) => void): Promise<void> {
    this.heard = heard;
    this.position = (await this.journal.position()).seq;
    await this.listener.on('journal', () => this.look());
    this.safety = setInterval(() => this.look(), SAFETY_MS);
    this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.safety) clearInterval(this.safety);
    await this.running;
  }

  private look(): void {
    if (this.stopped) return;
    if (this.running) this.again = true;
    else this.running = this.read().finally(() => (this.running = null));
  }

  private async read(): Promise<void> {
    do {
      this.again = false;
      try {
        for (let news = await this.next(); news; news = await this.next()) {
          this.position = news.entries.seq;
          this.heard(news);
        }
      } catch (error) {
        this.logger.error(
          `读取审计链失败,一秒内重试 · cannot read the journal, again within a second: ${String(error)}`,
        );
      }
    } while (this.again && !this.stopped);
  }

  private next(): Promise<BoardNews | null> {
    return this.stopped ? Promise.resolve(null) : this.reader.newsAfter(this.position, MOST);
  }
}
