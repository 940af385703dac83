/** Techniques of delivery that leave the house. A new channel is named here; the compiler then asks for the rest. */
export const FAR_CHANNELS = ['email', 'webhook', 'wecom', 'dingtalk', 'feishu', 'sms'] as const;
export type FarChannel = (typeof FAR_CHANNELS)[number];

/** Addresses of a shared mailbox, by channel. */
export type Contacts = Partial<Record<FarChannel, string | undefined>>;

/** `full`: all that the notice says; `minimal`: number, level and link alone. */
export type Content = 'full' | 'minimal';

/** What a message may hold where the policy says nothing: machines outside the office's hands learn as little as they need. */
export const USUAL_CONTENT: Record<FarChannel, Content> = {
  email: 'full',
  webhook: 'full',
  wecom: 'minimal',
  dingtalk: 'minimal',
  feishu: 'minimal',
  sms: 'minimal',
};

export function isFarChannel(channel: string): channel is FarChannel {
  return (FAR_CHANNELS as readonly string[]).includes(channel);
}
