import type { DocumentView } from '../../contract/document.js';
import { isInForce } from '../../domain/routing/in-force.js';

export interface Narrowed {
  /** Words parted by blanks; each must stand in the title, a short title, the number, the source or the bureau's name. */
  q: string;
  inForceOnly: boolean;
}

/** @param today YYYY-MM-DD by 北京时间 */
export function narrowed(
  documents: readonly DocumentView[],
  { q, inForceOnly }: Narrowed,
  today: string,
  bureau: (code: string) => string,
): DocumentView[] {
  const words = q.split(/\s+/).map(folded).filter(Boolean);
  return documents.filter((one) => {
    if (inForceOnly && !isInForce(one, today)) return false;
    const told = [one.title, ...one.aliases, one.number ?? '', one.source, bureau(one.bureau), one.id].join('\n');
    const sought = folded(told);
    return words.every((word) => sought.includes(word));
  });
}

/** Widths, capitals and kinds of brackets make no difference: (2016)61号 finds 〔2016〕61号. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[()〔〕[\]【】《》]/gu, '');

export type Standing = 'always' | 'from' | 'until' | 'ended' | 'notYet';

/** How an entry stands on a day, and the day that bounds it next. */
export function standingOf({ validFrom, validTo }: DocumentView, today: string): { standing: Standing; day: string } {
  if (validTo && validTo < today) return { standing: 'ended', day: validTo };
  if (validFrom && validFrom > today) return { standing: 'notYet', day: validFrom };
  if (validTo) return { standing: 'until', day: validTo };
  return validFrom ? { standing: 'from', day: validFrom } : { standing: 'always', day: '' };
}
