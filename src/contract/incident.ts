import { z } from 'zod';
import { clock } from './clock.js';
import { secondPersonRequest, startProposal } from './clock-start.js';
import { evidencePage, replacedEvidence } from './evidence-correction.js';
import { figureHistories } from './figure-history.js';
import { campaignMark } from './campaign.js';
import { instant, statedInstant, uuid } from './instant.js';
import { ladder } from './ladder.js';
import { basis, focus, level } from './level.js';
import { ownRelease } from './own-release.js';
import { internalTarget, priority } from './priority.js';
import { where } from './stage.js';
import { heatPoint, opinion, publisherShare } from './opinion.js';

export const incidentStatus = z.enum(['provisional', 'confirmed', 'dismissed']);
export const clockBasis = z.enum(['occurred', 'first_published', 'detected']);

/** One figure read from an article, with the words it stands in. */
export const figure = z.object({
  value: z.number(),
  bound: z.enum(['exact', 'at_least', 'at_most', 'about']),
  span: z.string(),
  /** The article that says so; null when a person stated it. */
  articleId: uuid.nullable(),
});

export const facts = z.object({
  deaths: figure.nullable(),
  missing: figure.nullable(),
  seriousInjuries: figure.nullable(),
  injuries: figure.nullable(),
  poisoned: figure.nullable(),
  economicLossYuan: figure.nullable(),
});
export type FactsView = z.infer<typeof facts>;

/** One row of the board. */
export const incidentLine = z.object({
  id: uuid,
  /** The office's case number, e.g. YQ-2026-0113. */
  number: z.string(),
  version: z.number().int(),
  title: z.string(),
  level: level.nullable(),
  basis: basis.nullable(),
  /** False while the table behind the level has not been checked against its original text (依据待核). */
  basisVerified: z.boolean(),
  status: incidentStatus,
  /** How far the work on it has come. */
  stage: where,
  lead: z.string(),
  co: z.array(z.string()),
  focus: z.array(focus),
  places: z.array(z.string()),
  occurredAt: instant.nullable(),
  occurredPrecision: z.enum(['minute', 'hour', 'day']).nullable(),
  firstPublishedAt: instant.nullable(),
  detectedAt: instant,
  notifiedAt: instant.nullable(),
  clockStartAt: instant,
  clockBasis,
  openedAt: instant,
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** Account id of whoever of the lead bureau has it in hand; null: nobody by name. */
  holder: uuid.nullable(),
  /** Bureaus that have sent it back; each may once. */
  returnedBy: z.array(z.string()),
  /** The last return that nobody has assigned anew since; null: none. */
  sentBack: z.object({ bureau: z.string(), reason: z.string(), at: instant }).nullable(),
  articleCount: z.number().int(),
  sourceCount: z.number().int(),
  /** Account ids of those who alone may see it (限知); null: not restricted. */
  restrictedTo: z.array(uuid).nullable(),
  /** Releases of our own that may answer it and wait for a person. */
  ownReleaseCount: z.number().int(),
  /** 重点事项 (方案 三(四)); empty: none. */
  priority: z.array(priority),
  /** 专项 that it carries, also when they are over. */
  campaigns: z.array(campaignMark),
  /** The duties by notice of the State Council. */
  clocks: z.array(clock),
  /** 持续发布, by the office's own cadence: the cycle begun last; null before the first release. */
  followUp: clock.nullable(),
});
export type IncidentLine = z.infer<typeof incidentLine>;

export const articleLine = z.object({
  id: uuid,
  sourceId: z.string(),
  sourceName: z.string(),
  guid: z.string().nullable(),
  title: z.string(),
  link: z.string().nullable(),
  publishedAt: instant.nullable(),
  fetchedAt: instant,
  /** SHA-256 of the stored response body (evidence copy); null when there is none (manual report). */
  evidenceSha256: z.string().nullable(),
  excerpt: z.string(),
});
export type ArticleLine = z.infer<typeof articleLine>;

/** GET /incidents/:id/articles, the earliest first. `next` of a page is the `after` of the following one. */
export const articleQuery = z.object({
  after: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type ArticleQuery = z.infer<typeof articleQuery>;
export const articlePage = z.object({ items: z.array(articleLine), next: uuid.nullable() });
export type ArticlePage = z.infer<typeof articlePage>;

export const statement = z.object({
  id: uuid,
  channel: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  publishedAt: instant,
  recordedAt: instant,
  /** Null: not fetched yet. */
  page: evidencePage.nullable(),
  recordedBy: z.string(),
  /** The stored copy, where our own channel was read, and the SHA-256 of the answer it came in. */
  articleId: uuid.nullable(),
  copySha256: z.string().nullable(),
});
export const pressConference = z.object({
  id: uuid,
  startedAt: instant,
  place: z.string(),
  url: z.string().nullable(),
  recordedAt: instant,
  page: evidencePage.nullable(),
  recordedBy: z.string(),
});

export const journalLine = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.string(),
  incidentId: uuid.nullable(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type JournalLine = z.infer<typeof journalLine>;

export const incident = incidentLine.extend({
  summary: z.string(),
  facts,
  /** Why the level is what it is: rule, table text, source. */
  levelReason: z.object({ ruleId: z.string().nullable(), text: z.string().nullable(), source: z.string().nullable() }),
  /** The first of them, the earliest first. */
  articles: z.array(articleLine),
  /** Behind which of GET /incidents/:id/articles the others stand; null: there are no others. */
  nextArticles: uuid.nullable(),
  /** The case's stories; `possibly`: only possibly the same happening, a person decides. */
  stories: z.array(
    z.object({
      id: uuid,
      title: z.string(),
      level: level.nullable(),
      possibly: z.boolean(),
      articleCount: z.number().int(),
      firstPublishedAt: instant.nullable(),
    }),
  ),
  figures: figureHistories,
  publishers: z.array(publisherShare),
  heat: z.array(heatPoint),
  /** 舆情等级, apart from the event level. */
  opinion,
  disposition: z.string().nullable(),
  /** The case it was merged into. */
  mergedInto: uuid.nullable(),
  /** Open cases that a report shows to be perhaps the same happening, until a person merges or parts them. */
  perhapsSame: z.array(z.object({ id: uuid, number: z.string(), title: z.string() })),
  /** Earlier starts that reports speak of and nobody has decided on. */
  startProposals: z.array(startProposal),
  /** What our own channels have published and may answer it, until a person decides. */
  ownReleases: z.array(ownRelease),
  /** Who hears while nobody takes it; null: none of its duties has a ladder. */
  ladder: ladder.nullable(),
  /** What waits for a second person. */
  secondPerson: z.array(secondPersonRequest),
  /** The office's own times for its steps, apart from the limits by law. */
  targets: z.array(internalTarget),
  /** All cycles of continued release, the first one first. */
  followUps: z.array(clock),
  statements: z.array(statement),
  pressConferences: z.array(pressConference),
  /** 更正、撤回: what was recorded and stands no longer. */
  replacedEvidence: z.array(replacedEvidence),
  journal: z.array(journalLine),
});
export type IncidentView = z.infer<typeof incident>;

export const incidentPage = z.object({ items: z.array(incidentLine), next: z.string().nullable() });

const reason = z.string().trim().min(2, '请写明理由 · state a reason').max(2000);
const title = z.string().trim().min(2).max(200);

/** A case opened by hand, e.g. after a phone call. Level I or II starts the statutory clocks at once. */
export const openByHand = z.object({
  title,
  text: z.string().max(20_000).default(''),
  level: level.nullable().default(null),
  lead: z.string().optional(),
  co: z.array(z.string()).max(5).default([]),
  occurredAt: statedInstant.optional(),
  notifiedAt: statedInstant.optional(),
  source: z.string().max(200).default('电话 · phone'),
  /** 需回应: a matter below level II that must be answered within 48 hours (国办发〔2016〕61号). */
  needsAnswer: z.boolean().default(false),
});
export type OpenByHand = z.infer<typeof openByHand>;

/** `version` is optional: when given, a stale one is refused with 409 and nothing changes. */
const versioned = { version: z.number().int().optional() };
export const acknowledge = z.object({ ...versioned, note: z.string().max(2000).optional() });
export const confirm = z.object({ ...versioned, note: z.string().max(2000).optional() });
/** One happening, two cases: `into` goes on with the earlier start of both, the other is closed. */
export const mergeIncident = z.object({ ...versioned, into: uuid, reason });
/** Two happenings, two cases: nobody is asked of these two again. */
export const notSame = z.object({ other: uuid, reason });
export const grade = z.object({ ...versioned, level, reason });
/** 结束持续发布: no further release is expected by the office's cadence. */
export const endFollowUp = z.object({ ...versioned, reason });
/** 限知: from now on only these people see it, the one who restricts it among them. */
export const restrict = z.object({ ...versioned, people: z.array(uuid).min(1).max(50), reason });
export const liftRestriction = z.object({ ...versioned, reason });
export const assign = z.object({
  ...versioned,
  lead: z.string(),
  co: z.array(z.string()).max(5).optional(),
  reason: z.string().max(2000).optional(),
});

/**
 * A release that has been published. `channel`: website, weibo, wechat, app, central_media or the office's own word for
 * an official channel; `other` is recorded but stops no clock. `publishedAt` is the publication, not the click.
 */
export const recordStatement = z.object({
  channel: z.string().trim().min(1).max(64),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  publishedAt: statedInstant,
  title: z.string().max(300).optional(),
});
export type RecordStatement = z.infer<typeof recordStatement>;

/** A press conference that has begun (held, not announced). */
export const recordPressConference = z.object({
  startedAt: statedInstant,
  place: z.string().trim().min(1).max(200),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});
export type RecordPressConference = z.infer<typeof recordPressConference>;
