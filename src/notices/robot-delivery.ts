import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Delivery, type Outcome, type Place } from './delivery.js';
import { digestText } from './digest.js';
import type { ClaimedNotice } from './claimed-notice.js';
import { Outbox } from './outbox.js';
import { RobotPace } from './robot-pace.js';

interface AtPlace {
  place: Place;
  notices: ClaimedNotice[];
}

/**
 * Notices to robots, which take so many messages a minute. What one robot may not be told notice by notice it is told in
 * one digest; each notice merged into it keeps its own row, receipt and key. A process that dies in between leaves leases
 * that end, and the notices are sent again.
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
      if (await this.delivery.held(notice)) continue;
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
    const turn = await this.pace.take(first.channel, place.address, notices.length, perMinute);
    if (turn.go === 'wait') {
      for (const notice of notices) await this.outbox.putOff(notice, 'pending', { seconds: turn.seconds });
      return;
    }
    const bundles = turn.go === 'each' ? notices.map((notice) => [notice]) : [notices];
    await Promise.all(bundles.map((bundle) => this.send(bundle, place, stopped)));
  }

  private async send(bundle: ClaimedNotice[], place: Place, stopped: AbortSignal): Promise<void> {
    const outcome = await this.outcomeOf(bundle, place, stopped);
    const wait = 'failure' in outcome ? (outcome.failure.waitSeconds ?? 0) : 0;
    const [first] = bundle;
    if (first && wait > 0) await this.pace.pause(first.channel, place.address, wait);
    for (const notice of bundle) await this.delivery.record(notice, outcome);
  }

  private outcomeOf(bundle: ClaimedNotice[], place: Place, stopped: AbortSignal): Promise<Outcome> {
    return this.delivery.outcomeOf(async () => {
      const [first] = bundle;
      if (!first) throw new Error('an empty bundle is sent to nobody');
      const { channel } = this.delivery.channelOf(first);
      const { id, alertId } = first;
      const merged = bundle.map((notice) => ({
        level: notice.payload.level,
        dueAt: notice.payload.dueAt,
        text: this.delivery.textOf(notice),
      }));
      const text = bundle.length === 1 ? this.delivery.textOf(first) : digestText(merged);
      return this.delivery.pass(channel, { id, alertId, idempotencyKey: keyOf(bundle), ...place, text }, stopped);
    });
  }
}

/** Of one notice its own key; of a digest one that stands for just these. */
function keyOf(bundle: ClaimedNotice[]): string {
  const keys = bundle.map(({ alertId, recipient, channel }) => `${alertId}:${recipient}:${channel}`).sort();
  if (keys.length === 1) return keys[0] ?? '';
  return `digest:${createHash('sha256').update(keys.join('\n')).digest('hex')}`;
}
