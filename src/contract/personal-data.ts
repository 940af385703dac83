import { z } from 'zod';
import { PERSONAL_KINDS } from '../domain/personal/personal-data.js';
import { instant, uuid } from './instant.js';
import { cursor } from './cursor.js';
import { where } from './stage.js';
import { PURGE_LISTS } from './purge-list.js';

const count = z.number().int();
const found = z.partialRecord(z.enum(PERSONAL_KINDS), count);

/** What one run purged, or would purge. */
export const personalPurge = z.object({
  /** The day, in Beijing. */
  period: z.iso.date(),
  cases: z.array(uuid),
  /** Cases whose time has come and that are held. */
  held: z.array(uuid),
  /** Articles in which something was found. */
  articles: count,
  found,
  /** Raw answers that were let go of; their SHA-256 stays. */
  captures: count,
  /** Files beside the cases that held personal data: bytes and name go, hash and row stay. */
  attachments: count,
  /** Raw answers with personal data that an open or held case still needs. */
  waiting: count,
});
export type PersonalPurge = z.infer<typeof personalPurge>;

/** Days after a case is closed, and after an article of no case was fetched. */
const rule = z.object({ closedDays: count, looseDays: count });

export const personalDataPage = z.object({
  /** Null: nothing is purged. */
  policy: rule.nullable(),
  /** What a run would do now. Nothing is changed by asking. */
  preview: personalPurge.nullable(),
  /** Runs, the latest first; `rule` is the one that run went by, null with runs older than its keeping. */
  runs: z.array(personalPurge.extend({ at: instant, rule: rule.nullable() })),
  /** `before` of the following page of runs. */
  next: z.iso.date().nullable(),
});
export type PersonalDataPage = z.infer<typeof personalDataPage>;

/** GET /personal-data: runs of the days before. */
export const personalDataQuery = z.object({ before: z.iso.date().optional() });
export type PersonalDataQuery = z.infer<typeof personalDataQuery>;

/** GET /personal-data/cases. q: words of title or number. */
export const purgeCaseQuery = z.object({
  show: z.enum(PURGE_LISTS).default('due'),
  q: z.string().trim().min(1).max(100).optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PurgeCaseQuery = z.infer<typeof purgeCaseQuery>;

export const purgeCase = z.object({
  id: uuid,
  number: z.string(),
  title: z.string(),
  stage: where,
  /** Null: it is not over. */
  endedAt: instant.nullable(),
  /** From when on its personal data go; null: it is not over, or nothing is purged. */
  dueAt: instant.nullable(),
  purgedAt: instant.nullable(),
  /** 保全; null: it is not held. */
  hold: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});
export type PurgeCase = z.infer<typeof purgeCase>;
export const purgeCasePage = z.object({ items: z.array(purgeCase), next: cursor.nullable() });
export type PurgeCasePage = z.infer<typeof purgeCasePage>;

/** 保全: the personal data of the case are kept as long as it is held. */
export const legalHold = z.object({
  version: z.number().int().optional(),
  on: z.boolean(),
  reason: z.string().trim().min(2, '请写明理由 · state a reason').max(2000),
});
export type LegalHold = z.infer<typeof legalHold>;
