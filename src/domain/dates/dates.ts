import type { ReadDate } from './date-parts.js';
import { readInternetDate } from './dates-internet.js';
import { readNumericDate } from './dates-numeric.js';
import { readRelativeDate } from './dates-relative.js';

/** Longer strings are no dates; the cap bounds the cost of hostile feeds. */
const LONGEST_DATE = 120;

/**
 * Reads a date as feeds and archives write it: ISO 8601 / RFC 3339, RFC 822 / 850 / asctime, `2020/1/10 14:33:00`, `20200110`,
 * `2008年04月05日09:12`, glued `2006-8-109:16:36`, Unix seconds or milliseconds; with `now` also `3小时前`, `昨天 12:30`, `5月3日`.
 * A text without a zone is Beijing time (+08:00). Anything after the date (星期六, 来源:…) is ignored.
 * @returns null when the text holds no valid date; never throws.
 */
export function readDate(text: string, now?: Date): ReadDate | null {
  const plain = text.slice(0, LONGEST_DATE).normalize('NFKC').trim();
  return readNumericDate(plain) ?? readInternetDate(plain) ?? (now ? readRelativeDate(plain, now) : null);
}
