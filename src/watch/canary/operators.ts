import { Injectable, Logger } from '@nestjs/common';
import { Channels } from '../../notices/channels/channels.js';
import { OPERATORS, sharedMailbox } from '../../roster/shared-mailbox.js';
import { type FarWay, farWays } from '../../roster/way.js';
import { Settings } from '../../settings/settings.js';
import type { Words } from './canary-words.js';

/** Time limit of one attempt, ms of real time. */
const ATTEMPT_MS = 10_000;

/** Calls those who keep the product running, by every way that is set, past queue, outbox and worker. */
@Injectable()
export class Operators {
  private readonly logger = new Logger(Operators.name);

  constructor(
    private readonly settings: Settings,
    private readonly channels: Channels,
  ) {}

  /**
   * @param about names the matter and the occasion: a repeated attempt bears the same
   * @returns false when there are ways and none of them worked
   */
  async tell(words: Words, about: string): Promise<boolean> {
    this.logger.error(`${words.subject.zh} · ${words.subject.en}`);
    const ways = farWays(sharedMailbox(OPERATORS, this.settings).ways);
    if (ways.length === 0) {
      this.logger.error('policy.yaml › operators.contacts 未设置,无人收到 · is not set: nobody is told');
      return true;
    }
    const taken = await Promise.all(ways.map((way) => this.send(way, words, about)));
    return taken.includes(true);
  }

  private async send({ channel, address, origin }: FarWay, words: Words, about: string): Promise<boolean> {
    try {
      const idempotencyKey = `${about}:${OPERATORS}:${channel}`;
      const outgoing = { id: about, alertId: about, idempotencyKey, address, origin };
      const text = { recipient: OPERATORS, ...words };
      await this.channels.named(channel)?.send({ ...outgoing, text }, AbortSignal.timeout(ATTEMPT_MS));
      return true;
    } catch (error) {
      this.logger.error(`未能通知运维 · operators not reached by ${channel}: ${String(error)}`);
      return false;
    }
  }
}
