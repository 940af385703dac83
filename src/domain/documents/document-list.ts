import { isInForce } from '../routing/in-force.js';
import type { PolicyDocument } from '../routing/policy-document.js';

/** What the register of policy documents may be narrowed to. */
export interface DocumentFilter {
  /** Words parted by blanks; each must stand in the title, a short title, the number, the source or the bureau's names. */
  q?: string | undefined;
  inForceOnly?: boolean | undefined;
}

/**
 * The documents that are asked for, in their order.
 * @param today YYYY-MM-DD by 北京时间
 * @param bureau the names of a bureau by its code
 */
export function listedDocuments<T extends PolicyDocument>(
  documents: readonly T[],
  { q = '', inForceOnly }: DocumentFilter,
  today: string | null,
  bureau: (code: string) => string,
): T[] {
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
