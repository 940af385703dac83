import type { DatePrecision, ReadDate } from './dates/date-parts.js';
import { readDate } from './dates/dates.js';

/** Bytes after the beginning hold no time of publication. */
const LONGEST_PAGE = 500_000;
/** Where a page states its own publication: the meta tags of Chinese government sites first, as 国办 prescribes them (PubDate). */
const META_NAMES = ['pubdate', 'article:published_time', 'publishdate', 'publish_time', 'firstpublishedtime'];
const META = /<meta\s[^>]{1,500}>/gi;
const ATTRIBUTE = /\b(name|property|content)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const VISIBLE = /(?:发布时间|发布日期|发表时间|发文日期|日\s*期)\s*[::]\s*([^<\n]{6,60})/;
const TAGS = /<[^>]{0,2000}>/g;

/** When a page says that it was published; null: it does not say so in a way that can be read. Never throws. */
export function readPageTime(html: string): ReadDate | null {
  const page = html.slice(0, LONGEST_PAGE);
  const stated = metaOf(page);
  for (const name of META_NAMES) {
    const read = readDate(stated.get(name) ?? '');
    if (read) return read;
  }
  const visible = VISIBLE.exec(page.replace(TAGS, ' ').replaceAll('&nbsp;', ' '))?.[1];
  return visible === undefined ? null : readDate(visible.trim());
}

function metaOf(page: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [tag] of page.matchAll(META)) {
    const parts = new Map([...tag.matchAll(ATTRIBUTE)].map(([, key = '', a, b]) => [key.toLowerCase(), a ?? b ?? '']));
    const name = (parts.get('property') ?? parts.get('name') ?? '').toLowerCase();
    const content = parts.get('content');
    if (content !== undefined && !found.has(name)) found.set(name, content);
  }
  return found;
}

const MINUTE = 60_000;
const LENGTH: Record<DatePrecision, number> = {
  second: 0,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
};

/**
 * Whether the page speaks of another time than was recorded: by more than the tolerance, beyond what the page leaves open.
 * @param toleranceMinutes by policy
 */
export function differs(recorded: Date, page: ReadDate, toleranceMinutes: number): boolean {
  const slack = toleranceMinutes * MINUTE;
  const from = page.at.getTime();
  const at = recorded.getTime();
  return at < from - slack || at > from + LENGTH[page.precision] + slack;
}
