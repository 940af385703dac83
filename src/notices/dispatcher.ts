import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DatabaseListener } from '../database/listener.js';
import { FAR_CHANNELS, type FarChannel } from '../channels/channels.js';
import { Channels } from './channels.js';
import { Delivery } from './delivery.js';
import type { ClaimedNotice } from './claimed-notice.js';
import { Outbox } from './outbox.js';
import { FailureReports } from './failure-report.js';
import { RobotDelivery } from './robot-delivery.js';

const TICK_MS = 1_000;
/** Attempts under way at once, each channel by itself: a dead mail server never delays a webhook. */
const LANE = 8;
/** Notices to robots taken at once, to be merged where one of them may not be told so many. */
const MOST_MERGED = 50;
/** At shutdown, what is under way gets this long before it is broken off and recorded as to be tried again. */
const GRACE_MS = 3_000;

/**
 * Empties the outbox. Wakes on NOTIFY and every second; both are hints, what is due is decided by the rows. Needs the
 * database only, never the queue. Any number of processes may run one.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Dispatcher.name);
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Set<Promise<void>>>();
  private claiming: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly delivery: Delivery,
    private readonly listener: DatabaseListener,
    private readonly channels: Channels,
    private readonly robots: RobotDelivery,
    private readonly reports: FailureReports,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.on('notices', () => this.wake());
    this.wake();
  }

  @Interval('notices', TICK_MS)
  wake(): void {
    if (this.stopped) return;
    if (this.claiming) this.again = true;
    else this.claiming = this.claim().finally(() => (this.claiming = null));
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    const grace = setTimeout(() => this.stopping.abort(new Error('进程停止 · the process stops')), GRACE_MS);
    await this.idle();
    clearTimeout(grace);
  }

  /** Resolves when nothing is being claimed or sent by this process. */
  async idle(): Promise<void> {
    for (;;) {
      const busy = [...this.underWay.values()].flatMap((lane) => [...lane]);
      if (this.claiming) busy.push(this.claiming);
      if (busy.length === 0) return;
      await Promise.all(busy);
    }
  }

  private async claim(): Promise<void> {
    do {
      this.again = false;
      await this.step('读取待发通知失败', 'outbox not readable', () => this.fillAll());
      await this.step('未送达情况未能报告', 'failures not reported', () => this.reports.tellOwner());
    } while (this.again && !this.stopped);
  }

  /** What fails is told and tried again; the other steps do not wait for it. */
  private async step(zh: string, en: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(`${zh},一秒内重试 · ${en}, again in a second: ${String(error)}`);
    }
  }

  private async fillAll(): Promise<void> {
    await this.outbox.releaseRisen();
    for (const channel of FAR_CHANNELS) await this.fill(channel);
  }

  private async fill(channel: FarChannel): Promise<void> {
    const lane = this.underWay.get(channel) ?? new Set();
    this.underWay.set(channel, lane);
    const free = LANE - lane.size;
    if (free <= 0) return;
    const { perMinute } = this.channels.named(channel) ?? {};
    const claimed = await this.outbox.claim(channel, perMinute ? MOST_MERGED : free);
    if (perMinute && claimed.length > 0)
      this.begin(lane, this.robots.deliver(claimed, perMinute, this.stopping.signal));
    else if (!perMinute) claimed.forEach((notice) => this.begin(lane, this.attempt(notice)));
  }

  private attempt(notice: ClaimedNotice): Promise<void> {
    return this.delivery.attempt(notice, this.stopping.signal);
  }

  private begin(lane: Set<Promise<void>>, work: Promise<void>): void {
    const attempt = work
      .catch((error: unknown) => this.logger.error(`结果未能记录,租约到期后重发 · not recorded: ${String(error)}`))
      .finally(() => {
        lane.delete(attempt);
        this.wake();
      });
    lane.add(attempt);
  }
}
