/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Excel reads UTF-8 as such only behind this mark. */
export const CSV_START = '\ufeff';

/** What stands in one cell. */
export type Cell = string | number | null;

/** One line of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula is shown as text. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An instant as a file tells it, by 北京时间: `2026-11-22 14:05:09`. */
export function beijingCell(iso: string | null): string | null {
  return iso && new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
