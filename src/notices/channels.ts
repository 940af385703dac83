import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Channel } from '../channels/channel.js';
import { CHANNELS } from '../channels/channels.js';
import { DiscreetChannel } from '../channels/plain-answer.js';
import { Dialler } from '../network/dialler.js';
import { Settings } from '../settings/settings.js';

const CONNECT_MS = 5_000;

/** Every channel, opened once for the process; what dials out does so through one guarded dialler. */
@Injectable()
export class Channels implements OnApplicationShutdown {
  private readonly dialler = new Dialler({ connectTimeoutMs: CONNECT_MS, keepAliveMs: 1_000 });
  private readonly opened: ReadonlyMap<string, Channel>;

  constructor(settings: Settings) {
    const opened = CHANNELS.map((kind) => [kind.name, kind.open(settings, this.dialler)] as const);
    this.opened = new Map(opened.map(([name, channel]) => [name, new DiscreetChannel(channel, settings.env)]));
  }

  /** @returns undefined when no channel bears this name */
  named(name: string): Channel | undefined {
    return this.opened.get(name);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dialler.destroy();
  }
}
