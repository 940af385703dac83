import { z } from 'zod';

/** `<instant>_<uuid>`, as `next` gives it. */
function isCursor(text: string): boolean {
  const [at, id, ...more] = text.split('_');
  return more.length === 0 && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success;
}

/** A place in a list that is read page by page. */
export const cursor = z
  .string()
  .refine(isCursor, '请原样使用上一页的 next · use the `next` of the page before as it is');
