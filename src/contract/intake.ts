import { z } from 'zod';
import { instant } from './instant.js';
import { sourceId, tier } from './source.js';

/** The most articles of one call. */
export const MOST_ARTICLES = 1_000;

/** A way in for a bought-in monitoring service: it sends its articles in signed calls. */
export const intake = z.object({
  id: z.string(),
  name: z.string(),
  tier,
  family: z.string(),
  createdAt: instant,
  revokedAt: instant.nullable(),
  lastReceivedAt: instant.nullable(),
  /** Articles taken in so far. */
  received: z.number().int(),
});
export type IntakeView = z.infer<typeof intake>;
export const intakePage = z.object({ items: z.array(intake) });

export const newIntake = z.object({
  id: sourceId,
  name: z.string().trim().min(1).max(200),
  tier: tier.default('regular'),
  family: z.string().trim().min(1).max(100),
});
export type NewIntake = z.infer<typeof newIntake>;

/** The secret is told this once: the service signs with it. */
export const intakeWithSecret = intake.extend({ secret: z.string() });
export type IntakeWithSecret = z.infer<typeof intakeWithSecret>;

/** A date as services write it: ISO 8601, or `2026年1月4日 08:30`; without a zone it is 北京时间. */
const writtenDate = z.string().max(120);

/** One article of a monitoring service; it needs a title or a text. The same `id` (else `url`) and title again is the same article. */
export const intakeArticle = z.object({
  id: z.string().max(500).nullish(),
  title: z.string().max(2_000).default(''),
  text: z.string().max(200_000).default(''),
  url: z.string().max(2_000).nullish(),
  publishedAt: writtenDate.nullish(),
  /** The medium where the service found it. */
  source: z.string().trim().max(200).nullish(),
  occurredAt: writtenDate.nullish(),
});
export type IntakeArticle = z.infer<typeof intakeArticle>;

export const intakeBatch = z.object({ articles: z.array(intakeArticle).min(1).max(MOST_ARTICLES) });
export const intakeBody = z.union([intakeBatch, intakeArticle]);

/** What became of the article at this place of the call. `reason` says why it was refused, or what of it was left out. */
export const intakeReceipt = z.object({
  index: z.number().int(),
  status: z.enum(['accepted', 'known', 'refused']),
  articleId: z.uuid().optional(),
  reason: z.string().optional(),
});
export type IntakeReceipt = z.infer<typeof intakeReceipt>;
export const intakeReceipts = z.object({ items: z.array(intakeReceipt) });
