import { z } from 'zod';
import { instant, statedInstant, uuid } from './instant.js';

const versioned = { version: z.number().int().optional() };
const reason = z.string().trim().min(2, '请写明理由 · state a reason').max(2000);
const url = z.url({ protocol: /^https?$/ }).max(2000);

/** 更正: when it was really published or begun; what is left out stays as it was recorded. */
export const correctEvidence = z.object({
  ...versioned,
  at: statedInstant,
  url: url.optional(),
  place: z.string().trim().min(1).max(200).optional(),
  reason,
});
export type CorrectEvidence = z.infer<typeof correctEvidence>;

/** 撤回: it was taken back, cancelled, or never published. */
export const withdrawEvidence = z.object({ ...versioned, reason });
export type WithdrawEvidence = z.infer<typeof withdrawEvidence>;

/** The page behind the link of what was recorded: its stored copy, and the time it states itself. */
export const evidencePage = z.object({
  state: z.enum(['fetched', 'unreachable']),
  /** Why it could not be fetched. */
  detail: z.string().nullable(),
  fetchedAt: instant.nullable(),
  sha256: z.string().nullable(),
  /** When the page says that it was published; null: it does not say. */
  at: instant.nullable(),
  precision: z.enum(['second', 'minute', 'hour', 'day']).nullable(),
  /** 页面时间与登记时间不一致: a person looks; the verdict stays. */
  differs: z.boolean(),
});
export type EvidencePage = z.infer<typeof evidencePage>;

/** What was recorded and stands no longer. */
export const replacedEvidence = z.object({
  id: uuid,
  form: z.enum(['statement', 'press_conference']),
  at: instant,
  channel: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  place: z.string().nullable(),
  recordedAt: instant,
  recordedBy: z.string(),
  /** What stands in its place; null: it was withdrawn. */
  replacedBy: uuid.nullable(),
  reason: z.string(),
  correctedAt: instant,
  correctedBy: z.string(),
});
export type ReplacedEvidence = z.infer<typeof replacedEvidence>;
