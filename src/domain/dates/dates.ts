import type { ReadDate } from './date-parts.js';
import { readChineseNumerals } from './chinese-numerals.js';
import { readInternetDate } from './dates-internet.js';
import { readIsoDate } from './dates-iso.js';
import { readNumericDate } from './dates-numeric.js';
import { readRelativeDate } from './dates-relative.js';

/** Longer strings are no dates; the cap bounds the cost of hostile feeds. */
const LONGEST_DATE = 120;
/** `发布时间：`, or the weekday before a date in figures. */
const LABEL = /^(?:[\u4e00-\u9fff]{2,8}\s*:\s*|(?:[a-z]{3,9}|(?:星期|周)[一二三四五六日天])[,\s]\s*(?=\d{4}\D))/i;

/** Compatibility forms as the usual ones (full-width digits), the minus sign as a hyphen. */
function plainOf(text: string): string {
  const plain = text.slice(0, LONGEST_DATE).normalize('NFKC').replaceAll('\u2212', '-').trim();
  return readChineseNumerals(plain.replace(LABEL, ''));
}

/**
 * Reads a date as feeds and archives write it: ISO 8601 / RFC 3339 (weeks and days of the year too), RFC 822 / 850 / asctime
 * with the months of several languages, `2020/1/10 14:33:00`, `31.12.2020`, `20200110`, `2008年04月05日09:12`,
 * `二〇〇八年四月五日`, Korean, glued `2006-8-109:16:36`, Unix seconds or milliseconds; with `now` also `3小时前`, `昨天 12:30`,
 * `5月3日`. A text without a zone is Beijing time (+08:00), a Korean one Seoul time. Anything after the date (来源:…) is ignored.
 * @returns null when the text holds no valid date, or one whose day and month cannot be told apart; never throws.
 */
export function readDate(text: string, now?: Date): ReadDate | null {
  const plain = plainOf(text);
  return (
    readIsoDate(plain) ??
    readNumericDate(plain) ??
    readInternetDate(plain) ??
    (now ? readRelativeDate(plain, now) : null)
  );
}
