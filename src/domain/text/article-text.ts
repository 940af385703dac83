import { cutTo } from './sound-text.js';

/** An article as it is read. */
export interface ArticleText {
  title: string;
  text: string;
  publishedAt: Date | null;
  source?: string;
}

/** Longer titles are no titles: what goes beyond these is not read. UTF-16 units. */
export const LONGEST_READ = { title: 500, text: 20_000 } as const;

/** The part of an article that is read, so that no article costs more than another. */
export function readable<T extends { title: string; text: string }>(article: T): T {
  const { title, text } = article;
  if (title.length <= LONGEST_READ.title && text.length <= LONGEST_READ.text) return article;
  return { ...article, title: cutTo(title, LONGEST_READ.title), text: cutTo(text, LONGEST_READ.text) };
}
