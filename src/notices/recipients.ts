import type { AddressOrigin } from '../network/dialler.js';
import type { Contacts } from '../domain/clocks/policy.js';
import type { Settings } from '../settings/settings.js';

/** Recipient code of leadership; every other recipient is the code of a unit in `config/bureaus.yaml`. */
export const LEADERSHIP = 'LEADERSHIP';

export type ChannelName = 'board' | 'email' | 'webhook';

/** One way to a recipient. The board needs no address; every other one stands in bureaus.yaml or policy.yaml. */
export type Way =
  | { channel: 'board'; address: null }
  | { channel: Exclude<ChannelName, 'board'>; address: string; origin: AddressOrigin };

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
  const place = recipient === LEADERSHIP ? 'policy.yaml › leadership.contacts' : `bureaus.yaml › ${recipient}.contacts`;
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

function contactsOf(recipient: string, { policy, rules }: Given): Contacts {
  if (recipient === LEADERSHIP) return policy.leadership.contacts;
  return rules.bureaus.units.find((unit) => unit.code === recipient)?.contacts ?? {};
}
