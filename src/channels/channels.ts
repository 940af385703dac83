import type { z } from 'zod';
import { dingtalk } from './dingtalk.js';
import { email } from './email.js';
import { feishu } from './feishu.js';
import { sms } from './sms.js';
import { webhook } from './webhook.js';
import { wecom } from './wecom.js';

/** Every channel that leaves the house. A new one is a file beside this one and a line here. */
export const CHANNELS = [email, webhook, wecom, dingtalk, feishu, sms] as const;

export type FarChannel = (typeof CHANNELS)[number]['name'];

export const FAR_CHANNELS: readonly FarChannel[] = CHANNELS.map(({ name }) => name);

export function isFarChannel(name: string): name is FarChannel {
  return CHANNELS.some((kind) => kind.name === name);
}

export function kindOf(name: FarChannel): (typeof CHANNELS)[number] {
  const found = CHANNELS.find((kind) => kind.name === name);
  if (!found) throw new Error(`没有这个渠道 · no such channel: ${name}`);
  return found;
}

/** One value a channel. */
export function byChannel<Value>(valueOf: (kind: (typeof CHANNELS)[number]) => Value): Record<FarChannel, Value> {
  return Object.fromEntries(CHANNELS.map((kind) => [kind.name, valueOf(kind)])) as Record<FarChannel, Value>;
}

type All<Shapes> = (Shapes extends unknown ? (shape: Shapes) => void : never) extends (shape: infer Every) => void
  ? Every
  : never;
type Variables = All<(typeof CHANNELS)[number]['variables']>;

/** The variables of all channels. */
export const CHANNEL_VARIABLES = Object.assign({}, ...CHANNELS.map(({ variables }) => variables)) as Variables &
  z.ZodRawShape;
