import { type FarChannel, kindOf } from '../channels/channels.js';
import type { Settings } from '../settings/settings.js';
import type { OutgoingText } from '../channels/channel.js';
import { levelZh, type NoticeText } from './notice-text.js';

/** What of a notice a channel may carry: all of it, or number, level and link alone. */
export function messageFor(
  text: NoticeText,
  channel: FarChannel,
  { env, policy }: Pick<Settings, 'env' | 'policy'>,
): OutgoingText {
  const content = policy.channels?.[channel]?.content ?? kindOf(channel).content;
  const link = linkTo(text.path ?? `incidents/${text.incidentId}`, env.PUBLIC_URL);
  return asInformation(text, content === 'full' ? withLink(text, link) : minimal(text, link));
}

/** In the subject, which every channel sends and every digest repeats. */
function asInformation({ meanwhile }: NoticeText, said: OutgoingText): OutgoingText {
  if (meanwhile === undefined) return said;
  const { zh, en } = said.subject;
  return {
    ...said,
    subject: { zh: `(${meanwhile.zh},仅供知悉)${zh}`, en: `(for information: ${meanwhile.en}) ${en}` },
  };
}

/** Where it is read; opening it changes nothing, whatever was meant to be done there is a button. */
export function linkTo(path: string, publicUrl: string | undefined): string | null {
  return publicUrl ? new URL(path, publicUrl.replace(/\/*$/, '/')).href : null;
}

function withLink(text: NoticeText, link: string | null): OutgoingText {
  if (link === null) return text;
  return { ...text, lines: { zh: [...text.lines.zh, link], en: [...text.lines.en, link] } };
}

function minimal({ recipient, number, level, path, subject }: NoticeText, link: string | null): OutgoingText {
  const lines = link === null ? [] : [link];
  if (path !== undefined) return { recipient, subject, lines: { zh: lines, en: lines } };
  return {
    recipient,
    subject: { zh: `【${levelZh({ level })}】${number}`, en: `[Level ${level ?? '-'}] ${number}` },
    lines: { zh: lines, en: lines },
  };
}
