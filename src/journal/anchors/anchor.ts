import { createHash } from 'node:crypto';
import { z } from 'zod';

const sha256 = z.string().regex(/^[\da-f]{64}$/);

/** What a daily anchor 每日存证 says. Deposited elsewhere, it proves what the journal was on its day. */
export const anchorSchema = z.object({
  format: z.literal('huiying-journal-anchor/1'),
  /** The day in 北京时间 whose rows it closes. */
  day: z.iso.date(),
  timeZone: z.literal('Asia/Shanghai'),
  /** ISO 8601 UTC. */
  madeAt: z.iso.datetime(),
  /** Null: nothing was written since the anchor before. */
  firstSeq: z.number().int().positive().nullable(),
  lastSeq: z.number().int().min(0),
  rows: z.number().int().min(0),
  /** Hash of the row `lastSeq`. */
  headHash: sha256,
  productVersion: z.string(),
  /** SHA-256 of the file of the day before; null: this is the first. */
  previousDigest: sha256.nullable(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** The file's text: the digest covers it byte for byte. */
export function anchorText(anchor: Anchor): string {
  return `${JSON.stringify(anchor, null, 2)}\n`;
}

/** @returns null when the text is no anchor */
export function readAnchor(text: string): Anchor | null {
  try {
    return anchorSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** SHA-256 of an anchor's file. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Below DATA_DIR. */
export const ANCHORS_FOLDER = 'anchors';

/** The name of its file. */
export function anchorFile(day: string): string {
  return `huiying-journal-${day}.json`;
}

/** Kind of the journal's row that says which anchor was made. */
export const ANCHORED = 'journal.anchored';
