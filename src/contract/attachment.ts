import { z } from 'zod';
import { FILE_TYPE_NAMES } from '../domain/attachments/file-type.js';
import { instant, uuid } from './instant.js';

/** A file beside a case, or beside one record of it. It is never changed; one with personal data loses bytes and name by the policy. */
export const attachment = z.object({
  id: uuid,
  recordId: uuid.nullable(),
  name: z.string(),
  /** By its bytes, never by its name. */
  type: z.enum(FILE_TYPE_NAMES),
  bytes: z.number().int(),
  sha256: z.string(),
  addedBy: z.string(),
  addedAt: instant,
  /** It holds personal data: its sender says so, or they were read in its text. */
  personal: z.boolean(),
  /** Its bytes are gone since. */
  purgedAt: instant.nullable(),
});
export type Attachment = z.infer<typeof attachment>;

/** `mostBytes`: larger ones are refused; the case holds no more than `mostFiles`, and `mostBytesOfCase` together. */
export const attachmentList = z.object({
  items: z.array(attachment),
  mostBytes: z.number().int(),
  mostFiles: z.number().int(),
  mostBytesOfCase: z.number().int(),
});
export type AttachmentList = z.infer<typeof attachmentList>;

/** The file itself is the body, as it is. */
export const attachmentQuery = z.object({
  name: z.string().trim().min(1, '请写明文件名 · state the file’s name').max(500),
  record: uuid.optional(),
  personal: z.stringbool().default(false),
});
export type AttachmentQuery = z.infer<typeof attachmentQuery>;
