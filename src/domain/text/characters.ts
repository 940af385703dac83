/** Full-width forms U+FF01..U+FF5E lie this far above their ASCII twins. */
const FULL_WIDTH_GAP = 0xfee0;

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

/** To every UTF-16 unit the one it is read as. */
export type PlainForms = Uint16Array;

/** @param variants pairs of single characters: as some write it, as it is read (傷 -> 伤) */
export function plainForms(variants: Iterable<readonly [string, string]>): PlainForms {
  const forms = Uint16Array.from({ length: 65_536 }, (_, unit) => halfWidth(unit));
  for (const [written, read] of variants) forms[written.charCodeAt(0)] = read.charCodeAt(0);
  return forms;
}

/**
 * One form for every character that news writes in two: full-width letters, digits and signs become half-width, and the
 * variants of a character are replaced. The length never changes, so offsets hold in the text as written.
 */
export function plainCharacters(text: string, forms: PlainForms): string {
  let plain = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const form = forms[unit] ?? unit;
    if (form === unit) continue;
    plain += text.slice(copied, at) + String.fromCharCode(form);
    copied = at + 1;
  }
  return copied === 0 ? text : plain + text.slice(copied);
}
