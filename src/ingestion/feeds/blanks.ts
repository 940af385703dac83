/** Characters that only disturb matching, and those that turn the direction of a line on the screen. Joiners of emoji stay. */
const INVISIBLE = String.raw`\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f`;
/** What `\s` matches but for the space itself. */
const BLANK = String.raw`\t\n\r\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
/** Runs of blanks and invisible characters, but for the single space that most of them are. */
const IRREGULAR = new RegExp(`(?:[${BLANK}${INVISIBLE}]| (?=[ ${BLANK}${INVISIBLE}]))[ ${BLANK}${INVISIBLE}]*`, 'g');
const ANY_BLANK = new RegExp(`[ ${BLANK}]`);

/**
 * Invisible characters go, blanks of every kind (U+00A0, U+3000) become one space, around a break one line feed; at the ends
 * nothing is left.
 */
export function withOneBlank(text: string, lineBreak: string): string {
  return text
    .replace(IRREGULAR, (run) => {
      if (run.includes(lineBreak)) return '\n';
      return ANY_BLANK.test(run) ? ' ' : '';
    })
    .trim();
}
