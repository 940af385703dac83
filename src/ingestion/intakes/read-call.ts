import { BadRequestException } from '@nestjs/common';
import { z } from 'zod';
import { readableBy } from '../../access/zod-pipe.js';
import { type IntakeArticle, intakeArticle, MOST_ARTICLES } from '../../contract/intake.js';
import { soundJson } from '../../domain/text/sound-text.js';
import { articlesOf } from '../article-identity.js';
import type { FreshArticle } from '../article-store.js';
import { publishedOf } from '../feeds/feed-dates.js';
import { plainText } from '../feeds/plain-text.js';

/** What stands at one place of a call: an article, with a note of what had to be left out, or why it is none. */
export type SentItem = { article: FreshArticle; note?: string } | { refused: string };

const batch = z.object({ articles: z.array(z.unknown()).min(1).max(MOST_ARTICLES) });
/** Articles read in one go; others get their turn between. */
const AT_ONCE = 50;

/**
 * The items of a call: each is read by itself, so that a bad one takes no other with it.
 * @throws BadRequestException when the bytes are no JSON in UTF-8, or neither an article nor 1 to 1,000 of them
 */
export async function readCall(bytes: Uint8Array, now: Date): Promise<SentItem[]> {
  const written = itemsOf(jsonOf(bytes));
  const items: SentItem[] = [];
  for (let from = 0; from < written.length; from += AT_ONCE) {
    items.push(...written.slice(from, from + AT_ONCE).map((one) => readItem(one, now)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return items;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BadRequestException('正文不是 UTF-8 编码的 JSON · the body is not JSON in UTF-8');
  }
}

function itemsOf(call: unknown): unknown[] {
  if (typeof call !== 'object' || call === null || !('articles' in call)) return [call];
  const read = batch.safeParse(call);
  if (read.success) return read.data.articles;
  throw new BadRequestException(
    `articles 须为 1 至 ${MOST_ARTICLES} 篇的数组 · articles must be an array of 1 to 1,000`,
  );
}

function readItem(written: unknown, now: Date): SentItem {
  const read = readableBy(intakeArticle, soundJson(written));
  if (!read.success) return { refused: read.faults.map(({ path, message }) => `${path}: ${message}`).join('; ') };
  const { data } = read;
  const link = linkOf(data.url);
  const [article] = articlesOf({ items: [feedItemOf(data, link, now)] });
  if (!article) return { refused: '标题和正文都是空的 · neither a title nor a text' };
  const occurred = data.occurredAt ? publishedOf([data.occurredAt], now) : null;
  const statedOccurredAt = occurred?.publishedNote === 'stated' ? occurred.publishedAt : null;
  const notes = [
    data.url && link === null ? '网址无效,未采用 · url is no http(s) address, left out' : '',
    occurred && statedOccurredAt === null
      ? '事发时间无法采信,未采用 · occurredAt unreadable or in the future, left out'
      : '',
  ].filter((note) => note !== '');
  return {
    article: { ...article, judgement: null, reportedSource: data.source || null, statedOccurredAt },
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

function feedItemOf(data: IntakeArticle, link: string | null, now: Date) {
  const content = plainText({ value: data.text, kind: 'guess' });
  return {
    title: plainText({ value: data.title, kind: 'guess' }),
    link,
    guid: data.id || null,
    ...publishedOf(data.publishedAt ? [data.publishedAt] : [], now),
    summary: content,
    content,
  };
}

function linkOf(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}
