import type { AddressOrigin, Dialler } from '../../network/dialler.js';
import type { Settings } from '../../settings/settings.js';

/** What every channel needs to say; the webhook passes on whatever else stands beside it. */
export interface OutgoingText {
  recipient: string;
  subject: { zh: string; en: string };
  lines: { zh: string[]; en: string[] };
}

/** A notice on its way: what is said, to which address. */
export interface Outgoing {
  id: string;
  alertId: string;
  /** `alert:recipient:channel`: the same for every attempt, so that the receiver can drop a repetition. */
  idempotencyKey: string;
  address: string;
  /** Where the address was written: only one from a file of the office may lead into a private network. */
  origin: AddressOrigin;
  text: OutgoingText;
}

/** What the receiver said when it took the message. */
export interface Taken {
  answer: string;
  /** By what name the receiver will speak of this message later (a gateway's receipt). */
  reference?: string | undefined;
}

/** One technique of delivery. */
export interface Channel {
  /** Messages one address takes within a minute; absent: as many as come. What is over it is merged into digests. */
  readonly perMinute?: number;
  /**
   * Delivers the notice; returning means that the receiver has taken it.
   * @param signal ends the attempt when its time is up or the process stops
   * @throws DeliveryError when the receiver refused it; any other error counts as worth retrying
   */
  send(notice: Outgoing, signal: AbortSignal): Promise<Taken>;
}

export type ChannelClass = new (settings: Pick<Settings, 'env'>, dialler: Dialler) => Channel;

/** `permanent`: the same attempt would fail again, for instance because the address does not exist. */
export class DeliveryError extends Error {
  constructor(
    message: string,
    readonly permanent: boolean,
    /** The receiver wants no other message before so many seconds have passed. */
    readonly waitSeconds = 0,
  ) {
    super(message);
  }
}
