import { z } from 'zod';
import { readDate } from '../domain/dates/dates.js';

const text = z.union([z.string(), z.null()]).optional();
const date = z.union([z.string(), z.number(), z.null()]).optional();

/** One article on standard input. Dates in any form; without a zone Beijing time. */
export const articleLine = z.object({
  id: z.union([z.string(), z.number()], '缺少 id · id is missing'),
  title: z.string('缺少 title · title is missing'),
  text,
  published: date,
  date,
  source: text,
});

export type ArticleLine = z.infer<typeof articleLine>;

/** The day or instant of publication; null when there is none or it cannot be read. */
export function publishedAt(line: ArticleLine): Date | null {
  const stated = line.published ?? line.date;
  return stated === null || stated === undefined ? null : (readDate(String(stated))?.at ?? null);
}
