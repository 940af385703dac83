import type { TFunction } from 'i18next';
import { FAR_CHANNELS } from '../../domain/channels.js';

/** Names a channel of notices; one without a word stands for itself. */
export function channelWord(channel: string, t: TFunction): string {
  const known = channel === 'board' ? channel : (FAR_CHANNELS.find((one) => one === channel) ?? 'other');
  return t(`journal.channel.${known}`, { channel });
}
