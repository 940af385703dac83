import type { OutgoingText } from './channel.js';

/**
 * Signs that a chat would take for a mention, a tag or a link, and their wide twins: titles come from feeds, and
 * `<at user_id="all">` in one would call everybody.
 */
const WIDE: Record<string, string> = { '<': '＜', '>': '＞', '@': '＠', '[': '［', ']': '］', '`': '｀' };

/** A line as it may stand in a chat: one line, no tags, and nothing that turns the direction of reading. */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[<>@[\]`]/g, (sign) => WIDE[sign] ?? sign)
    .trim();
}

/** Subject and lines, Chinese first, English only where there is room; never longer than so many bytes of UTF-8. */
export function chatText({ subject, lines }: OutgoingText, mostBytes: number): string {
  const zh = [subject.zh, ...lines.zh].map(plainLine);
  const en = [subject.en, ...lines.en].map(plainLine).filter((line) => !zh.includes(line));
  const both = [...zh, ...en].join('\n');
  return Buffer.byteLength(both) <= mostBytes ? both : cutToBytes(zh, mostBytes);
}

/** Whole lines while they fit; the last one, a link as a rule, is kept before the middle ones. */
export function cutToBytes(lines: readonly string[], mostBytes: number): string {
  const whole = lines.join('\n');
  if (Buffer.byteLength(whole) <= mostBytes) return whole;
  const end = `\n…\n${lines.at(-1) ?? ''}`;
  const room = mostBytes - Buffer.byteLength(end);
  if (room < 0) return firstBytes(whole, mostBytes);
  return firstBytes(lines.slice(0, -1).join('\n'), room) + end;
}

/** Never half a character. */
function firstBytes(text: string, most: number): string {
  let length = 0;
  let kept = '';
  for (const sign of text) {
    length += Buffer.byteLength(sign);
    if (length > most) break;
    kept += sign;
  }
  return kept;
}
