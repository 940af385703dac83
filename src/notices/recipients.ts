import type { AddressOrigin } from '../network/dialler.js';
import type { Contacts } from '../domain/clocks/policy.js';
import type { Settings } from '../settings/settings.js';

/** Recipient code of leadership; but for the operators, every other recipient is the code of a unit in `config/bureaus.yaml`. */
export const LEADERSHIP = 'LEADERSHIP';
/** Recipient code of those who keep the product running. */
export const OPERATORS = 'OPERATORS';

/** Recipients whose addresses stand in `config/policy.yaml`, and where. */
const OF_POLICY = { [LEADERSHIP]: 'leadership', [OPERATORS]: 'operators' } as const;

export type ChannelName = 'board' | 'email' | 'webhook';

/** A way that leaves the house; its address stands in bureaus.yaml or policy.yaml. */
export interface FarWay {
  channel: Exclude<ChannelName, 'board'>;
  address: string;
  origin: AddressOrigin;
}

/** One way to a recipient. The board needs no address. */
export type Way = { channel: 'board'; address: null } | FarWay;

/** Every way to a recipient that works as things are set, and why each other one does not. */
export interface Reach {
  channels: Way[];
  missing: string[];
}

type Given = Pick<Settings, 'env' | 'policy' | 'rules'>;

/** How a recipient is reached: always by the board, by e-mail and webhook where address and sender are both set. */
export function reachOf(recipient: string, settings: Given): Reach {
  const { env } = settings;
  const contacts = contactsOf(recipient, settings);
  const place = isOfPolicy(recipient)
    ? `policy.yaml › ${OF_POLICY[recipient]}.contacts`
    : `bureaus.yaml › ${recipient}.contacts`;
  const reach: Reach = { channels: [{ channel: 'board', address: null }], missing: [] };
  const add = (channel: 'email' | 'webhook', needed: string, sender: string | undefined) => {
    const address = contacts[channel];
    if (address && sender) reach.channels.push({ channel, address, origin: 'file' });
    else reach.missing.push(`${channel}: 未设置 · not set: ${address ? needed : `${place}.${channel}`}`);
  };
  add('email', 'SMTP_URL', env.SMTP_URL);
  add('webhook', 'WEBHOOK_SECRET', env.WEBHOOK_SECRET);
  return reach;
}

/** Whether the files name an address at all; without one, no later attempt can succeed. */
export function hasAddress(recipient: string, channel: string, settings: Given): boolean {
  const { email, webhook } = contactsOf(recipient, settings);
  return Boolean(channel === 'email' ? email : channel === 'webhook' && webhook);
}

function isOfPolicy(recipient: string): recipient is keyof typeof OF_POLICY {
  return Object.hasOwn(OF_POLICY, recipient);
}

function contactsOf(recipient: string, { policy, rules }: Given): Contacts {
  if (isOfPolicy(recipient)) return policy[OF_POLICY[recipient]].contacts;
  return rules.bureaus.units.find((unit) => unit.code === recipient)?.contacts ?? {};
}
