import { isFarChannel, kindOf } from '../channels/channels.js';
import { beijing, levelZh, type NoticeText } from './notice-text.js';

/** A notice that did not arrive, and since when that is known. */
export interface FailedNotice {
  id: string;
  channel: string;
  at: Date;
}

export interface ReportedCase {
  id: string;
  number: string;
  title: string;
  level: string | null;
  dueAt: Date;
  failures: FailedNotice[];
}

/** A message is read at a glance: all of them stand on the page of the case. */
const MOST_NAMED = 5;

/** Names the first of them, and nobody: who was not reached stands with the case, for those who may see it. */
export function failureText(
  recipient: string,
  { id, number, title, level, dueAt, failures }: ReportedCase,
): NoticeText {
  const count = failures.length;
  const named = failures.slice(0, MOST_NAMED);
  const rest = count - named.length;
  return {
    ...{ recipient, incidentId: id, number, title, level, clockKind: 'delivery', thresholds: [] },
    dueAt: dueAt.toISOString(),
    subject: {
      zh: `【${levelZh({ level })}】${count} 条通知未送达:${number}`,
      en: `[Level ${level ?? '-'}] ${count} notices not delivered: ${number}`,
    },
    lines: {
      zh: [
        `事件 ${number} ${title}`,
        ...named.map(({ channel, at }) => `${beijing(at)} ${wordsOf(channel).zh}未送达`),
        ...(rest > 0 ? [`另有 ${rest} 条`] : []),
        `${count} 条通知未能送达,已改用下一方式或继续重试;详见事件页"送达情况"`,
      ],
      en: [
        `Incident ${number} ${title}`,
        ...named.map(({ channel, at }) => `${beijing(at)} not delivered: ${wordsOf(channel).en}`),
        ...(rest > 0 ? [`and ${rest} more`] : []),
        `${count} notices did not arrive; the next way is tried. See the case's page`,
      ],
    },
  };
}

const wordsOf = (channel: string): { zh: string; en: string } =>
  isFarChannel(channel) ? kindOf(channel).words : { zh: channel, en: channel };
