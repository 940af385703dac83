import { z } from 'zod';
import { figure } from './incident.js';
import { instant, statedInstant, uuid } from './instant.js';
import { basis, focus, level } from './level.js';
import { cursor } from './cursor.js';

/** Longest query, UTF-16 units. */
export const LONGEST_QUERY = 200;

/**
 * What the archive may be narrowed by. `q`: words parted by blanks, all of which must stand in title or text; "a b" for words in this order; -a for
 * articles without a. Any two characters are found, also inside words. Without `q` every article, newest first.
 */
export const archiveFilter = z.object({
  q: z.string().max(LONGEST_QUERY).default(''),
  from: statedInstant.optional(),
  to: statedInstant.optional(),
  source: z.string().max(64).optional(),
  level: level.optional(),
  story: uuid.optional(),
  incident: uuid.optional(),
});
export type ArchiveFilter = z.infer<typeof archiveFilter>;

/** GET /articles. */
export const archiveQuery = archiveFilter.extend({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ArchiveQuery = z.infer<typeof archiveQuery>;

/** A part of a text; `hit`: what was looked for. Plain text, never markup. */
export const textPart = z.object({ text: z.string(), hit: z.boolean() });
export type TextPart = z.infer<typeof textPart>;

const article = z.object({
  id: uuid,
  title: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  /** Who reported it, as a manual report or another service states it; null for a feed. */
  reportedSource: z.string().nullable(),
  link: z.string().nullable(),
  publishedAt: instant.nullable(),
  /** `stated`, or why the time of publication is not what the feed says. */
  publishedNote: z.string(),
  fetchedAt: instant,
  /** The present level of its incident, else of its story. */
  level: level.nullable(),
  storyId: uuid.nullable(),
  incidentId: uuid.nullable(),
  incidentNumber: z.string().nullable(),
  /** Whether the bytes it was read from are kept: GET /articles/:id/evidence. */
  hasEvidence: z.boolean(),
});

/** One article in a list of the archive. */
export const archiveLine = article.extend({ titleParts: z.array(textPart), snippet: z.array(textPart) });
export type ArchiveLine = z.infer<typeof archiveLine>;

export const archivePage = z.object({
  items: z.array(archiveLine),
  /** The `cursor` of the following page; null at the end. */
  next: z.string().nullable(),
  /** Stored articles that cannot be found yet, because their words are still being indexed; counted up to 1 000. */
  notYetIndexed: z.number().int(),
});
export type ArchivePage = z.infer<typeof archivePage>;

/** What the rules read in one article, in short. */
export const judgementSummary = z.object({
  isIncident: z.boolean(),
  level: level.nullable(),
  basis: basis.nullable(),
  eventKind: z.string().nullable(),
  places: z.array(z.string()),
  /** Why it is no happening of its own (drill, trial, fiction …). */
  trap: z.string().nullable(),
  facts: z.array(figure.omit({ articleId: true }).extend({ metric: z.string() })),
  focus: z.array(focus),
  lead: z.string().nullable(),
});
export type JudgementSummary = z.infer<typeof judgementSummary>;

/** One article in full. */
export const archivedArticle = article.extend({
  text: z.string(),
  judgedAt: instant.nullable(),
  /** True: it could not be judged, and a person has to read it instead. */
  setAside: z.boolean(),
  judgement: judgementSummary.nullable(),
});
export type ArchivedArticle = z.infer<typeof archivedArticle>;
