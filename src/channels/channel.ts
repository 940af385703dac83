import type { z } from 'zod';
import type { Content } from '../domain/channels.js';
import type { AddressOrigin, Dialler } from '../network/dialler.js';

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
  readonly perMinute?: number | undefined;
  /**
   * Delivers the notice; returning means that the receiver has taken it.
   * @param signal ends the attempt when its time is up or the process stops
   * @throws DeliveryError when the receiver refused it; any other error counts as worth retrying
   */
  send(notice: Outgoing, signal: AbortSignal): Promise<Taken>;
}

/** What a channel reads of the environment: its own variables, and the address of the product itself. */
export type EnvironmentOf<Shape extends z.ZodRawShape> = (keyof Shape extends never
  ? unknown
  : z.output<z.ZodObject<Shape>>) & {
  PUBLIC_URL?: string | undefined;
};

/** All there is to say of a channel: files, forms, settings and screens take it from here. */
export interface ChannelKind<Name extends string, Shape extends z.ZodRawShape> {
  /** What it is called in rows, in the office's files and in the api. */
  name: Name;
  /** What people call it. */
  words: { zh: string; en: string };
  /** What a message may hold where the policy says nothing: machines outside the office's hands learn as little as they need. */
  content: Content;
  /** The form of its addresses. */
  address: z.ZodType<string>;
  /** Whether every mailbox of the office should have such an address; a robot or a telephone is missed by nobody who has not set it. */
  expected: boolean;
  /** The variables of the environment it reads, each with its form; `config/env.example` explains them. */
  variables: Shape;
  /** The variable without which it sends nothing; null: its address is all it needs. */
  needs: (keyof Shape & string) | null;
  open: (settings: { env: EnvironmentOf<Shape> }, dialler: Dialler) => Channel;
}

/** Says what a channel is; its types are kept. */
export function channelKind<const Name extends string, Shape extends z.ZodRawShape>(
  kind: ChannelKind<Name, Shape>,
): ChannelKind<Name, Shape> {
  return kind;
}

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
