import { type FarChannel, kindOf } from '../channels/channels.js';
import type { AddressOrigin } from '../network/dialler.js';
import type { Settings } from '../settings/settings.js';

export type ChannelName = 'board' | FarChannel;

/** One way to a recipient. The board needs no address and reaches whoever looks. */
export interface Way {
  channel: ChannelName;
  address: string | null;
  /** `file`: the office wrote the address into its files; `form`: a person stated it, and it may lead to public places only. */
  origin: AddressOrigin;
  /** Someone has shown that what is sent there arrives. */
  proven: boolean;
}

/** A way that leaves the house. */
export type FarWay = Way & { channel: FarChannel; address: string };

export const BOARD: Way = { channel: 'board', address: null, origin: 'file', proven: true };

/** Someone, or a shared mailbox, who must hear. */
export interface Reachable {
  /** An account's id; or the code of a unit, LEADERSHIP or OPERATORS for the shared mailbox of the files. */
  recipient: string;
  /** The board first, then one way a channel. */
  ways: Way[];
  /** Why each other channel does not work. Holds no address. */
  missing: string[];
}

/** What says that a channel is not set up; null when it is. */
export function senderMissing(channel: FarChannel, { env }: Pick<Settings, 'env'>): string | null {
  const variable = kindOf(channel).needs;
  return variable === null || env[variable] ? null : `${channel}: 未设置 · not set: ${variable}`;
}

export function farWays(ways: readonly Way[]): FarWay[] {
  return ways.filter((way): way is FarWay => way.channel !== 'board' && way.address !== null);
}
