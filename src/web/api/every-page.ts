import { call } from './call.js';

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list of which the page needs all at once, such as the sources: read page by page, no answer being without bound. */
export async function everyPage<T, P extends Page<T>>(path: string): Promise<P> {
  const first = await call<P>('GET', path);
  const items = [...first.items];
  for (let next = first.next; next !== null;) {
    const page: Page<T> = await call<P>('GET', `${path}?cursor=${encodeURIComponent(next)}`);
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items, next: null };
}
