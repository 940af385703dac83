import { z } from 'zod';
import type { PolicyDocument } from '../domain/routing/policy-document.js';
import { instant } from './instant.js';

const title = z.string().trim().min(2).max(200);
const day = z.iso.date();
const number = z.string().trim().min(4).max(60);
const text = z.string().trim().min(1).max(200);
const bureau = z.string().regex(/^[A-Z][A-Z_]*$/, '司局代码 · code of a bureau');

export const documentId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, '只用小写字母、数字和 . _ - · lower-case letters, digits, . _ -');

const link = z.url({ protocol: /^https?$/ }).max(2000);
/** Words by which people speak of it, watched beside title and short names. */
const terms = z.array(z.string().trim().min(3).max(60)).max(20);

const fields = {
  title,
  aliases: z.array(title).max(20).default([]),
  number: number.nullable().default(null),
  bureau,
  issuedOn: day.nullable().default(null),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
  source: text,
  confidence: z.enum(['H', 'M', 'L']).default('M'),
  /** Where it stands on the web. */
  link: link.nullable().default(null),
  terms: terms.default([]),
};

function endsAfterItBegins({ validFrom, validTo }: { validFrom?: string | null; validTo?: string | null }): boolean {
  return !validFrom || !validTo || validFrom <= validTo;
}
const ENDS = { message: '终止日早于起始日 · it ends before it begins', path: ['validTo'] };

/** As the file writes it. */
export const documentEntry = z
  .strictObject({ id: documentId, ...fields })
  .refine(endsAfterItBegins, ENDS) satisfies z.ZodType<PolicyDocument>;

/** A registered policy document as people see it. */
export const document = z.object({
  id: z.string(),
  ...fields,
  /** Where it was registered. */
  origin: z.enum(['file', 'api']),
  /** A person changed what the file says: the file no longer does. */
  isEdited: z.boolean(),
  changedAt: instant,
});
export type DocumentView = z.infer<typeof document>;

/** POST /documents: the id is made of nothing but this. */
export const newDocument = z.strictObject({ id: documentId.optional(), ...fields }).refine(endsAfterItBegins, ENDS);
export type NewDocument = z.infer<typeof newDocument>;

/** PATCH /documents/:id: what stays away stays as it is. */
export const changeDocument = z
  .strictObject({
    title: title.optional(),
    aliases: z.array(title).max(20).optional(),
    number: number.nullable().optional(),
    bureau: bureau.optional(),
    issuedOn: day.nullable().optional(),
    validFrom: day.nullable().optional(),
    validTo: day.nullable().optional(),
    source: text.optional(),
    confidence: z.enum(['H', 'M', 'L']).optional(),
    link: link.nullable().optional(),
    terms: terms.optional(),
  })
  .refine(endsAfterItBegins, ENDS);
export type ChangeDocument = z.infer<typeof changeDocument>;

/** What the register may be narrowed to: `q` words in title, number, source or bureau. */
export const documentFilter = z.object({
  q: z.string().trim().max(100).optional(),
  inForceOnly: z.boolean().optional(),
});
export type DocumentFilter = z.infer<typeof documentFilter>;

/** GET /documents, the newest first. `next` of a page is the `cursor` of the following one. */
export const documentQuery = z.object({
  cursor: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?_[a-z0-9][a-z0-9._-]{0,63}$/, '请原样使用上一页的 next · use `next` as it is')
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});
export type DocumentQuery = z.infer<typeof documentQuery>;

export const documentPage = z.object({ registry: z.string(), items: z.array(document), next: z.string().nullable() });
export type DocumentPage = z.infer<typeof documentPage>;
