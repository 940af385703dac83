import { Injectable, Logger } from '@nestjs/common';
import { isFarChannel } from '../domain/channels.js';
import { AddressBook } from '../roster/address-book.js';
import { DeliveryError, type Outgoing } from './channels/channel.js';
import { Channels } from './channels/channels.js';
import { Settings } from '../settings/settings.js';
import { messageFor } from './message.js';
import { type ClaimedNotice, type Failure, Outbox } from './outbox.js';

/** Time limit of one attempt, ms of real time; well below the lease of the outbox. */
const ATTEMPT_MS = 10_000;

/** One attempt at one claimed notice: send, then record what came of it. */
@Injectable()
export class Delivery {
  private readonly logger = new Logger(Delivery.name);

  constructor(
    private readonly settings: Settings,
    private readonly addresses: AddressBook,
    private readonly outbox: Outbox,
    private readonly channels: Channels,
  ) {}

  /**
   * When the process dies between sending and recording, the notice goes out again after its lease, with the same
   * idempotency key: it may arrive twice, it is never lost.
   */
  async attempt(notice: ClaimedNotice, stopped: AbortSignal): Promise<void> {
    const failure = await this.send(notice, AbortSignal.any([stopped, AbortSignal.timeout(ATTEMPT_MS)]));
    const recorded = failure ? await this.outbox.recordFailure(notice, failure) : await this.outbox.recordSent(notice);
    const told = `${notice.channel} → ${notice.recipient} (${notice.id})`;
    if (!recorded) this.logger.warn(`租约已失,结果未记录 · lease lost, outcome not recorded: ${told}`);
    else if (failure) this.logger.warn(`通知未送达 · notice not delivered: ${told}: ${failure.detail}`);
  }

  private async send(notice: ClaimedNotice, signal: AbortSignal): Promise<Failure | null> {
    try {
      const channel = this.channels.named(notice.channel);
      if (!channel || !isFarChannel(notice.channel))
        throw new DeliveryError(`没有这个渠道 · no such channel: ${notice.channel}`, true);
      const { id, alertId, recipient } = notice;
      const text = messageFor(notice.payload, notice.channel, this.settings);
      const idempotencyKey = `${alertId}:${recipient}:${notice.channel}`;
      await channel.send({ id, alertId, idempotencyKey, ...(await this.addressOf(notice)), text }, signal);
      return null;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { detail, permanent: error instanceof DeliveryError && error.permanent };
    }
  }

  private async addressOf({ recipient, channel }: ClaimedNotice): Promise<Pick<Outgoing, 'address' | 'origin'>> {
    const found = await this.addresses.find(recipient, channel);
    if ('missing' in found) throw new DeliveryError(found.missing, found.permanent);
    return found;
  }
}
