import { CHANNELS, isFarChannel } from '../channels/channels.js';
import type { Contacts } from '../domain/channels.js';
import type { Settings } from '../settings/settings.js';
import { BOARD, type Reachable, senderMissing } from './way.js';

/** Recipient code of leadership; but for the operators, every other mailbox is the code of a unit in `config/bureaus.yaml`. */
export const LEADERSHIP = 'LEADERSHIP';
/** Recipient code of those who keep the product running. */
export const OPERATORS = 'OPERATORS';

/** Recipients whose addresses stand in `config/policy.yaml`, and where. */
const OF_POLICY = { [LEADERSHIP]: 'leadership', [OPERATORS]: 'operators' } as const;

type Given = Pick<Settings, 'env' | 'policy' | 'rules'>;

/** How a shared mailbox is reached: always by the board, by each other channel where address and sender are both set. */
export function sharedMailbox(recipient: string, settings: Given): Reachable {
  const contacts = contactsOf(recipient, settings);
  const place = isOfPolicy(recipient)
    ? `policy.yaml › ${OF_POLICY[recipient]}.contacts`
    : `bureaus.yaml › ${recipient}.contacts`;
  const reach: Reachable = { recipient, ways: [BOARD], missing: [] };
  for (const { name: channel, expected } of CHANNELS) {
    const address = contacts[channel];
    if (!address && !expected) continue;
    const unset = address ? senderMissing(channel, settings) : `${channel}: 未设置 · not set: ${place}.${channel}`;
    if (unset !== null) reach.missing.push(unset);
    else if (address) reach.ways.push({ channel, address, origin: 'file', proven: false });
  }
  return reach;
}

/** Whether the files name an address at all; without one, no later attempt can succeed. */
export function hasAddress(recipient: string, channel: string, settings: Given): boolean {
  return isFarChannel(channel) && Boolean(contactsOf(recipient, settings)[channel]);
}

function isOfPolicy(recipient: string): recipient is keyof typeof OF_POLICY {
  return Object.hasOwn(OF_POLICY, recipient);
}

function contactsOf(recipient: string, { policy, rules }: Given): Contacts {
  if (isOfPolicy(recipient)) return policy[OF_POLICY[recipient]].contacts;
  return rules.bureaus.units.find((unit) => unit.code === recipient)?.contacts ?? {};
}
