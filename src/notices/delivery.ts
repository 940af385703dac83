import { Injectable, Logger } from '@nestjs/common';
import { type FarChannel, isFarChannel } from '../channels/channels.js';
import { AddressBook } from '../roster/address-book.js';
import { Settings } from '../settings/settings.js';
import { type Channel, DeliveryError, type Outgoing, type OutgoingText, type Taken } from '../channels/channel.js';
import { Channels } from './channels.js';
import { messageFor } from './message.js';
import { type ClaimedNotice, keyOf } from './claimed-notice.js';
import { type Failure, Outbox } from './outbox.js';
import { Quiet } from './quiet.js';

/** Time limit of one attempt, ms of real time; well below the lease of the outbox. */
const ATTEMPT_MS = 10_000;

/** What came of an attempt. */
export type Outcome = { taken: Taken } | { failure: Failure };

/** Where a notice goes as things stand now. */
export type Place = Pick<Outgoing, 'address' | 'origin'>;

/** One attempt at one claimed notice: send, then record what came of it. */
@Injectable()
export class Delivery {
  private readonly logger = new Logger(Delivery.name);

  constructor(
    private readonly settings: Settings,
    private readonly addresses: AddressBook,
    private readonly outbox: Outbox,
    private readonly channels: Channels,
    private readonly quiet: Quiet,
  ) {}

  /**
   * When the process dies between sending and recording, the notice goes out again after its lease, with the same
   * idempotency key: it may arrive twice, it is never lost. In quiet hours it is held instead.
   */
  async attempt(notice: ClaimedNotice, stopped: AbortSignal): Promise<void> {
    if (await this.held(notice)) return;
    await this.record(notice, await this.outcomeOf(() => this.send(notice, stopped)));
  }

  /** Puts a notice off to the end of its receiver's quiet hours. @returns false when it may go out now */
  async held(notice: ClaimedNotice): Promise<boolean> {
    const until = await this.quiet.until(notice);
    if (until !== null) await this.outbox.putOff(notice, 'held', until);
    return until !== null;
  }

  async record(notice: ClaimedNotice, outcome: Outcome): Promise<void> {
    const { channel, recipient, id } = notice;
    const recorded =
      'taken' in outcome
        ? await this.outbox.recordSent(notice, outcome.taken)
        : await this.outbox.recordFailure(notice, { ...outcome.failure, ways: await this.addresses.ways(recipient) });
    const told = `${channel} → ${recipient} (${id})`;
    if (!recorded) this.logger.warn(`租约已失,结果未记录 · lease lost, outcome not recorded: ${told}`);
    else if ('failure' in outcome)
      this.logger.warn(`通知未送达 · notice not delivered: ${told}: ${outcome.failure.detail}`);
  }

  async outcomeOf(send: () => Promise<Taken>): Promise<Outcome> {
    try {
      return { taken: await send() };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (!(error instanceof DeliveryError)) return { failure: { detail, permanent: false } };
      return { failure: { detail, permanent: error.permanent, waitSeconds: error.waitSeconds } };
    }
  }

  /** Hands a text to a channel within the time of one attempt. */
  pass(channel: Channel, outgoing: Outgoing, stopped: AbortSignal): Promise<Taken> {
    return channel.send(outgoing, AbortSignal.any([stopped, AbortSignal.timeout(ATTEMPT_MS)]));
  }

  /** @throws DeliveryError when there is no such channel */
  channelOf({ channel: name }: Pick<ClaimedNotice, 'channel'>): { channel: Channel; name: FarChannel } {
    const channel = this.channels.named(name);
    if (channel && isFarChannel(name)) return { channel, name };
    throw new DeliveryError(`没有这个渠道 · no such channel: ${name}`, true);
  }

  /** Looked up at each attempt. @throws DeliveryError when there is no address */
  async placeOf({ recipient, channel }: ClaimedNotice): Promise<Place> {
    const found = await this.addresses.find(recipient, channel);
    if ('missing' in found) throw new DeliveryError(found.missing, found.permanent);
    return found;
  }

  textOf(notice: Pick<ClaimedNotice, 'channel' | 'payload'>): OutgoingText {
    return messageFor(notice.payload, this.channelOf(notice).name, this.settings);
  }

  private async send(notice: ClaimedNotice, stopped: AbortSignal): Promise<Taken> {
    const { channel } = this.channelOf(notice);
    const { id, alertId } = notice;
    const outgoing = {
      id,
      alertId,
      idempotencyKey: keyOf(notice),
      ...(await this.placeOf(notice)),
      text: this.textOf(notice),
    };
    return this.pass(channel, outgoing, stopped);
  }
}
