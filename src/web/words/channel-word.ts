import type { TFunction } from 'i18next';
import type { ChannelName, ChannelNames } from '../../contract/way.js';
import { currentLanguage } from '../i18n.js';

const known = new Map<string, ChannelName>();

/** What the server calls its channels; told once, before the first page. */
export function learnChannels({ items }: ChannelNames): void {
  for (const item of items) known.set(item.name, item);
}

export const knownChannels = (): ChannelName[] => [...known.values()];

/** Names a channel of notices; one without a word stands for itself. */
export function channelWord(channel: string, t: TFunction): string {
  if (channel === 'board') return t('journal.channel.board');
  const words = known.get(channel);
  return (currentLanguage() === 'en' ? words?.en : words?.zh) ?? channel;
}
