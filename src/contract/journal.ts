import { z } from 'zod';
import { ANCHOR_FAULTS, CHAIN_FAULTS } from '../domain/journal-faults.js';
import { journalLine } from './incident.js';
import { instant, statedInstant, uuid } from './instant.js';

const seq = z.coerce.number().int().min(0);

/** What rows of the journal are narrowed to. */
const journalFilter = z.object({
  /** `incident.opened`, or all of `incident`. */
  kind: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional(),
  /** Account id or `system:<room>`; `system`: all that nobody did. */
  actor: z.string().max(80).optional(),
  incident: uuid.optional(),
  /** A part of the case number. */
  number: z.string().trim().min(1).max(40).optional(),
  /** Half-open: [from, to). */
  from: statedInstant.optional(),
  to: statedInstant.optional(),
});

/** POST /journal/exports. */
export const journalExportFilter = journalFilter.extend({
  /** With the rows of the self-checks, which come every few minutes. */
  selfChecks: z.boolean().default(false),
});
export type JournalFilter = z.infer<typeof journalExportFilter>;

/** GET /journal/rows: the newest first; older than `before`, or the next newer than `after`. */
export const journalRowsQuery = journalFilter.extend({
  selfChecks: z.stringbool().default(false),
  before: seq.optional(),
  after: seq.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type JournalRowsQuery = z.infer<typeof journalRowsQuery>;

/** A row as the chain holds it. Of a matter restricted to others it says nothing but its place and time. */
export const journalRow = journalLine.extend({
  number: z.string().nullable(),
  /** The stored text that the hash covers, byte for byte. */
  body: z.string().nullable(),
  previousHash: z.string().nullable(),
  hash: z.string().nullable(),
});
export type JournalRow = z.infer<typeof journalRow>;

/** `older` and `newer` are the `before` and `after` of the neighbouring pages; null: there is none. */
export const journalRowPage = z.object({
  items: z.array(journalRow),
  older: z.number().int().nullable(),
  newer: z.number().int().nullable(),
});
export type JournalRowPage = z.infer<typeof journalRowPage>;

/** What the journal has rows of and by whom, to choose from. */
export const journalFacets = z.object({
  kinds: z.array(z.string()),
  actors: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
});
export type JournalFacets = z.infer<typeof journalFacets>;

/** 每日存证, the newest first. */
export const anchorLine = z.object({
  day: z.iso.date(),
  rows: z.number().int(),
  lastSeq: z.number().int(),
  headHash: z.string(),
  /** SHA-256 of its file. */
  digest: z.string(),
  madeAt: instant,
  /** Since when its file stands below DATA_DIR; null: not yet. */
  keptAt: instant.nullable(),
  /** Why its file could not be written. */
  fault: z.string().nullable(),
});
export const anchorQuery = z.object({
  before: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(30),
});
export const anchorPage = z.object({ items: z.array(anchorLine), next: z.iso.date().nullable() });
export type AnchorLine = z.infer<typeof anchorLine>;
export type AnchorPage = z.infer<typeof anchorPage>;

/** POST /journal/checks: the whole, or rows `from` to `to`, both included. */
export const askCheck = z
  .object({ from: z.number().int().min(1).optional(), to: z.number().int().min(1).optional() })
  .refine(({ from = 1, to = Infinity }) => from <= to, 'from 不得大于 to · from must not exceed to');
export type AskCheck = z.infer<typeof askCheck>;

export const checkResult = z.object({
  firstBad: z.object({ seq: z.number().int(), why: z.enum(CHAIN_FAULTS) }).nullable(),
  anchors: z.number().int(),
  badAnchors: z.array(z.object({ day: z.iso.date(), why: z.enum(ANCHOR_FAULTS) })),
});
export type CheckResult = z.infer<typeof checkResult>;

export const journalCheck = z.object({
  id: z.number().int(),
  askedBy: z.string(),
  askedAt: instant,
  from: z.number().int(),
  to: z.number().int(),
  /** How far it has come. */
  checked: z.number().int(),
  /** `lost`: its process ended in the midst. */
  state: z.enum(['running', 'done', 'lost']),
  endedAt: instant.nullable(),
  result: checkResult.nullable(),
});
export type JournalCheck = z.infer<typeof journalCheck>;

/** Where the chain stands, and the last checks that were asked for, the newest first. */
export const journalStanding = z.object({
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  lastAnchor: anchorLine.nullable(),
  checks: z.array(journalCheck),
});
export type JournalStanding = z.infer<typeof journalStanding>;
