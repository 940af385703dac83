import { Injectable } from '@nestjs/common';
import { type ClaimedNotice, keyOf } from './claimed-notice.js';
import { Delivery, type Outcome, type Place } from './delivery.js';
import { digestText } from './digest.js';
import { Outbox } from './outbox.js';
import { messagesOf, type RobotMessage, type Sorted, sortedByBeginning, wantedOf } from './robot-messages.js';
import { RobotPace } from './robot-pace.js';

interface AtPlace {
  place: Place;
  notices: ClaimedNotice[];
}

/**
 * Notices to robots, which take so many messages a minute. What one robot may not be told notice by notice it is told in
 * one digest; each notice merged into it keeps its own row and receipt. A process that dies in between leaves leases that
 * end, and the message is sent again under the same key: a digest stays one, and what went alone goes alone.
 */
@Injectable()
export class RobotDelivery {
  constructor(
    private readonly delivery: Delivery,
    private readonly outbox: Outbox,
    private readonly pace: RobotPace,
  ) {}

  /** @param notices claimed, all of one channel */
  async deliver(notices: readonly ClaimedNotice[], perMinute: number, stopped: AbortSignal): Promise<void> {
    const places = new Map<string, AtPlace>();
    for (const notice of notices) {
      // A digest that has begun to leave is not held back in part.
      if (notice.digestId === null && (await this.delivery.held(notice))) continue;
      const place = await this.placeOf(notice);
      if (!place) continue;
      const known = places.get(place.address) ?? { place, notices: [] };
      known.notices.push(notice);
      places.set(place.address, known);
    }
    await Promise.all([...places.values()].map((at) => this.tell(at, perMinute, stopped)));
  }

  /** Null: there is no address, and that is recorded. */
  private async placeOf(notice: ClaimedNotice): Promise<Place | null> {
    let place: Place | null = null;
    const outcome = await this.delivery.outcomeOf(async () => {
      place = await this.delivery.placeOf(notice);
      return { answer: '' };
    });
    if ('failure' in outcome) await this.delivery.record(notice, outcome);
    return place;
  }

  private async tell({ place, notices }: AtPlace, perMinute: number, stopped: AbortSignal): Promise<void> {
    const [first] = notices;
    if (!first) return;
    const sorted = sortedByBeginning(notices);
    const turn = await this.pace.take(first.channel, place.address, wantedOf(sorted), perMinute);
    if (turn.go === 'wait') return this.putOff(notices, turn.seconds);
    const messages = messagesOf(turn.go === 'each' ? sorted : await this.merged(sorted));
    const now = turn.go === 'each' ? messages : messages.slice(0, turn.messages);
    const later = messages.slice(now.length).flatMap(({ members }) => members);
    await this.putOff(later, Math.ceil(60 / perMinute));
    await Promise.all(now.map((message) => this.send(message, place, stopped)));
  }

  private async merged({ fresh, begun }: Sorted): Promise<Sorted> {
    if (fresh.length < 2) return { fresh, begun };
    const digestId = await this.outbox.merge(fresh);
    return { fresh: [], begun: [{ digestId, members: fresh }, ...begun] };
  }

  private async putOff(notices: readonly ClaimedNotice[], seconds: number): Promise<void> {
    for (const notice of notices) await this.outbox.putOff(notice, 'pending', { seconds });
  }

  private async send(message: RobotMessage, place: Place, stopped: AbortSignal): Promise<void> {
    const outcome = await this.outcomeOf(message, place, stopped);
    const wait = 'failure' in outcome ? (outcome.failure.waitSeconds ?? 0) : 0;
    const [first] = message.members;
    if (first && wait > 0) await this.pace.pause(first.channel, place.address, wait);
    for (const notice of message.members) await this.delivery.record(notice, outcome);
  }

  private outcomeOf({ digestId, members }: RobotMessage, place: Place, stopped: AbortSignal): Promise<Outcome> {
    return this.delivery.outcomeOf(async () => {
      const [first] = members;
      if (!first) throw new Error('an empty message is sent to nobody');
      const { channel } = this.delivery.channelOf(first);
      const { id, alertId } = first;
      const text = digestId === null ? this.delivery.textOf(first) : await this.textOf(digestId);
      const idempotencyKey = digestId === null ? keyOf(first) : `digest:${digestId}`;
      return this.delivery.pass(channel, { id, alertId, idempotencyKey, ...place, text }, stopped);
    });
  }

  private async textOf(digestId: string) {
    const all = await this.outbox.digest(digestId);
    return digestText(
      all.map((notice) => ({
        level: notice.payload.level,
        dueAt: notice.payload.dueAt,
        text: this.delivery.textOf(notice),
      })),
    );
  }
}
