import { createHash } from 'node:crypto';
import type { JournalRow } from '../append.js';

/** Something taken out of the product as a file. */
export interface Export {
  /** `journal`, `incidents`, … */
  what: string;
  /** What it was narrowed to, as the reader asked. */
  filter: Record<string, unknown>;
  rows: number;
  /** The file's text. */
  text: string;
}

/** The journal's row that tells of an export: who took out what, how much of it, and the digest by which the file is known again. */
export function exportMade({ what, filter, rows, text }: Export, actor: string): JournalRow {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { kind: 'export.made', incidentId: null, actor, data: { what, filter, rows, sha256 } };
}
