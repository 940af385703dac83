/** Full-width forms U+FF01..U+FF5E lie this far above their ASCII twins. */
const FULL_WIDTH_GAP = 0xfee0;
const FULL_WIDTH = /[\uff01-\uff5e\u3000\u30fb]/;

const IDEOGRAPHIC_SPACE = 0x3000;
const KATAKANA_DOT = 0x30fb;
const MIDDLE_DOT = 0x00b7;

/** Chinese punctuation keeps its own form: it parts sentences and clauses. */
const KEPT = new Set([...'，。；：！？（）'].map((mark) => mark.charCodeAt(0)));

function halfWidth(unit: number): number {
  if (unit === IDEOGRAPHIC_SPACE) return 0x20;
  if (unit === KATAKANA_DOT) return MIDDLE_DOT;
  return unit >= 0xff01 && unit <= 0xff5e && !KEPT.has(unit) ? unit - FULL_WIDTH_GAP : unit;
}

/**
 * One form for every character that news writes in two: full-width letters, digits and signs become half-width, and the
 * characters of `variants` (傷 -> 伤) are replaced. The length never changes, so offsets hold in the text as written.
 */
export function plainCharacters(text: string, variants: ReadonlyMap<string, string>): string {
  const half = FULL_WIDTH.test(text)
    ? text.replace(/[\uff01-\uff5e\u3000\u30fb]/g, (mark) => String.fromCharCode(halfWidth(mark.charCodeAt(0))))
    : text;
  if (variants.size === 0) return half;
  let plain = '';
  let copied = 0;
  for (let at = 0; at < half.length; at++) {
    if (half.charCodeAt(at) < 0x4e00) continue;
    const simple = variants.get(half.charAt(at));
    if (simple === undefined) continue;
    plain += half.slice(copied, at) + simple;
    copied = at + 1;
  }
  return copied === 0 ? half : plain + half.slice(copied);
}
