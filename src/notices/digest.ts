import type { OutgoingText } from '../channels/channel.js';
import { levelZh } from './notice-text.js';

/** One of the notices that are merged: what its channel may carry, and by what it is put in order. */
export interface Merged {
  level: string | null;
  dueAt: string;
  text: OutgoingText;
}

const MOST_NAMED = 8;
const ORDER = ['I', 'II', 'III', 'IV'];

/** Many notices to one robot as one message: level I first, the nearest limit first, the rest counted by level. */
export function digestText(merged: readonly Merged[]): OutgoingText {
  const sorted = [...merged].sort((a, b) => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt));
  const [first] = sorted;
  if (!first) throw new Error('digestText() needs at least one notice');
  const rest = sorted.slice(MOST_NAMED);
  const zh = sorted.slice(0, MOST_NAMED).flatMap(({ text }) => [text.subject.zh, ...text.lines.zh.slice(-1)]);
  const counted = rest.length === 0 ? [] : [`另有 ${rest.length} 条:${counts(rest)}`];
  return {
    recipient: first.text.recipient,
    subject: { zh: `【${levelZh(first)}】${merged.length} 条通知`, en: `${merged.length} notices` },
    lines: { zh: [...counted, ...zh], en: [] },
  };
}

/** The graver, the lower. */
export function rank({ level }: Pick<Merged, 'level'>): number {
  const at = ORDER.indexOf(level ?? '');
  return at < 0 ? ORDER.length : at;
}

function counts(rest: readonly Merged[]): string {
  const words = rest.map(levelZh);
  return [...new Set(words)].map((word) => `${word} ${words.filter((one) => one === word).length}`).join('、');
}
