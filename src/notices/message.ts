import { type Content, type FarChannel, USUAL_CONTENT } from '../domain/channels.js';
import type { Settings } from '../settings/settings.js';
import type { OutgoingText } from './channels/channel.js';
import { levelZh, type NoticeText } from './notice-text.js';

/** What of a notice a channel may carry: all of it, or number, level and link alone. */
export function messageFor(
  text: NoticeText,
  channel: FarChannel,
  { env, policy }: Pick<Settings, 'env' | 'policy'>,
): OutgoingText {
  const content: Content = policy.channels?.[channel]?.content ?? USUAL_CONTENT[channel];
  const link = linkTo(text.incidentId, env.PUBLIC_URL);
  return content === 'full' ? withLink(text, link) : minimal(text, link);
}

/** Where the case stands; opening it changes nothing, whatever was meant to be done there is a button. */
export function linkTo(incidentId: string, publicUrl: string | undefined): string | null {
  return publicUrl ? new URL(`incidents/${incidentId}`, publicUrl.replace(/\/*$/, '/')).href : null;
}

function withLink(text: NoticeText, link: string | null): OutgoingText {
  if (link === null) return text;
  return { ...text, lines: { zh: [...text.lines.zh, link], en: [...text.lines.en, link] } };
}

function minimal({ recipient, number, level }: NoticeText, link: string | null): OutgoingText {
  const lines = link === null ? [] : [link];
  return {
    recipient,
    subject: { zh: `【${levelZh({ level })}】${number}`, en: `[Level ${level ?? '-'}] ${number}` },
    lines: { zh: lines, en: lines },
  };
}
