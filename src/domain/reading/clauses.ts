import type { MarkedText } from '../text/marked-text.js';

const CLAUSE_SIGNS = new Uint8Array(65_536);
for (const sign of '，,:：') CLAUSE_SIGNS[sign.charCodeAt(0)] = 1;
const SPACE = 0x20;
/** No rule looks further back than this, so a text without punctuation stays cheap. */
const CLAUSE_REACH = 80;

function breaks({ plain, field }: MarkedText, at: number): boolean {
  const unit = plain.charCodeAt(at);
  return CLAUSE_SIGNS[unit] === 1 || (unit === SPACE && field === 'title');
}

/** Where the clause begins that ends at `to`; not before `from`. A blank parts the clauses of a title. */
export function clauseStart(text: MarkedText, from: number, to: number): number {
  const furthest = Math.max(from, to - CLAUSE_REACH);
  for (let at = to - 1; at >= furthest; at--) if (breaks(text, at)) return at + 1;
  return furthest;
}
