import { z } from 'zod';
import { RECORD_KINDS, type RecordKind } from '../../domain/lifecycle/record-kind.js';
import { SIGN_POSTS } from '../../domain/lifecycle/sign-chain.js';
import { instant, uuid } from '../instant.js';
import { where } from '../stage.js';
import * as answering from './answering.js';
import { assessment } from './assessment.js';
import { checklist } from './checklist.js';
import { consultation } from './consultation.js';
import * as handling from './handling.js';
import { papers } from './papers.js';
import { waterfall } from './waterfall.js';

/** What each kind of record holds. Adding a kind is one schema here, one form on the page and its words. */
export const RECORD_BODIES = {
  consultation,
  assessment,
  transfer_order: handling.transferOrder,
  draft: answering.draft,
  secrecy_review: answering.secrecyReview,
  co_sign: answering.coSign,
  sign_off: answering.signOff,
  release: answering.release,
  conference: answering.conference,
  urging: handling.urging,
  liaison: handling.liaison,
  refutation: handling.refutation,
  instruction: handling.instruction,
  promise: handling.promise,
  miss_reason: handling.missReason,
  evaluation: answering.evaluation,
} as const satisfies Record<RecordKind, z.ZodType>;
export type RecordBody<K extends RecordKind> = z.infer<(typeof RECORD_BODIES)[K]>;

/** One record. It is never changed: a correction is a new one that names, with its reason, the one it stands for. */
export const caseRecord = z.object({
  id: uuid,
  kind: z.enum(RECORD_KINDS),
  /** 1, 2, 3 … per case and kind. */
  no: z.number().int(),
  /** Of the office's series, e.g. 转办〔2026〕12号; null: this kind has none. */
  number: z.string().nullable(),
  body: z.record(z.string(), z.unknown()),
  /** Of the body as it was stored, in hex. */
  sha256: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  supersedes: uuid.nullable(),
  reason: z.string().nullable(),
});
export type CaseRecord = z.infer<typeof caseRecord>;

/** What is put on record: the body by its kind; with `supersedes` and `reason` it stands for an earlier one. */
export const makeRecord = z
  .object({
    version: z.number().int().optional(),
    body: z.record(z.string(), z.unknown()),
    supersedes: uuid.optional(),
    reason: z.string().trim().min(2, '请写明理由 · state a reason').max(2000).optional(),
  })
  .refine(({ supersedes, reason }) => (supersedes === undefined) === (reason === undefined), {
    path: ['reason'],
    message: '更正须指明原记录并写明理由 · a correction names the record and its reason',
  });
export type MakeRecord = z.infer<typeof makeRecord>;

export const editing = z.object({ open: z.boolean() });
export const closing = z.object({
  version: z.number().int().optional(),
  reason: z.string().trim().min(2, '请写明理由 · state a reason').max(2000),
});
export type Closing = z.infer<typeof closing>;

const told = z.object({ code: z.string(), zh: z.string(), en: z.string() });

/** The records of a case, where it stands, and what each next step lacks. */
export const workspace = z.object({
  stage: where,
  /** Since when, and every stage before with its moment. */
  stages: z.array(z.object({ stage: where, at: instant })),
  /** Where the minutes went. */
  waterfall,
  papers,
  /** Null: the case owes no press conference. */
  checklist: checklist.nullable(),
  steps: z.array(z.object({ step: z.string(), missing: z.array(told) })),
  /** 签发层级: whose signatures the newest text needs, the first to sign first, and who has; empty: one is enough, whoever's. */
  signOff: z.array(z.object({ post: z.enum(SIGN_POSTS), by: z.string().nullable() })),
  /** 手续待补: what a publication should have gone through and had not. */
  irregularities: z.array(told),
  records: z.array(caseRecord),
  /** Who has the text open, and since when; seen for 30 s after the last sign of life. */
  editing: z.array(z.object({ accountId: uuid, since: instant })),
});
export type Workspace = z.infer<typeof workspace>;
