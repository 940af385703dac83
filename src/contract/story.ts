import { z } from 'zod';
import { figureHistories } from './figure-history.js';
import { instant, uuid } from './instant.js';
import { articleLine } from './incident.js';
import { basis, focus, level } from './level.js';
import { heatPoint, opinion, publisher, publisherShare } from './opinion.js';

/** national: level I/II outside the office's field, no clock; triage: a person decides whether it has to be answered. */
export const lane = z.enum(['national', 'triage']);

/** How a matter is dealt with (国办发〔2016〕80号: 区别不同情况,进行分类处置). */
export const disposition = z.enum([
  'ADOPT_SUGGESTION',
  'SOLVE_DIFFICULTY',
  'INVESTIGATE_PROBLEM',
  'CLARIFY',
  'CORRECT_VIEW',
  'REFUTE_AND_REFER',
  'MONITOR_ONLY',
  'TRANSFER_OUT',
]);

export const storyLine = z.object({
  id: uuid,
  lane: lane.nullable(),
  title: z.string(),
  level: level.nullable(),
  basis: basis.nullable(),
  /** False while the table behind the level has not been checked against its original text (依据待核). */
  basisVerified: z.boolean(),
  focus: z.array(focus),
  lead: z.string().nullable(),
  co: z.array(z.string()),
  /** What a person decided, else what is proposed; null: neither. */
  disposition: z.string().nullable(),
  /** 舆情等级: the heat of the talk, apart from the event level; it starts no clock. */
  opinionLevel: level.nullable(),
  firstPublishedAt: instant.nullable(),
  detectedAt: instant,
  articleCount: z.number().int(),
  /** Distinct publishers: the sites and apps of one publisher are one voice. */
  families: z.number().int(),
  /** Since when it has waited in the triage lane; null: it does not. */
  waitingSince: instant.nullable(),
  /** Longer than the office wants anything to wait there. */
  waitsTooLong: z.boolean(),
});
export type StoryLine = z.infer<typeof storyLine>;

export const storyPage = z.object({
  items: z.array(storyLine),
  /** `cursor` of the following page; null: this is the last one. */
  next: z.string().nullable(),
  /** Stories of the whole lane, whatever focus was asked for. */
  count: z.number().int(),
  /** How many of them are of each focus; one may be of several. */
  byFocus: z.record(focus, z.number().int()),
});
export type StoryPage = z.infer<typeof storyPage>;

/** An article within its story. */
export const storyArticle = articleLine.extend({
  phase: z.enum(['breaking', 'update', 'aftermath', 'anniversary']).nullable(),
  publisher,
  /** Whose report it carries, where it says so. */
  origin: publisher.nullable(),
});

/** Another story that may tell of the same happening. */
export const storyPartner = z.object({
  id: uuid,
  title: z.string(),
  verdict: z.enum(['same', 'possibly']),
  lane: lane.nullable(),
  incidentId: uuid.nullable(),
  firstPublishedAt: instant.nullable(),
  articleCount: z.number().int(),
});
export type StoryPartner = z.infer<typeof storyPartner>;

export const story = storyLine.extend({
  eventKind: z.string().nullable(),
  places: z.array(z.string()),
  /** The latest 500. */
  articles: z.array(storyArticle),
  figures: figureHistories,
  publishers: z.array(publisherShare),
  heat: z.array(heatPoint),
  opinion,
  incident: z
    .object({ id: uuid, number: z.string(), title: z.string(), level: level.nullable(), status: z.string() })
    .nullable(),
  /** The case is only possibly the same: until a person joins or splits it off, it raises nothing. */
  possibly: z.boolean(),
  setAside: z.object({ disposition: z.string(), reason: z.string(), at: instant, by: z.string() }).nullable(),
  /** The story it was joined into. */
  mergedInto: uuid.nullable(),
  /** The account of whoever grouped it: the machine changes that no more. */
  groupedBy: z.string().nullable(),
  partners: z.array(storyPartner),
});
export type StoryView = z.infer<typeof story>;

const reason = z.string().trim().min(2, '请写明理由 · state a reason').max(2000);

/**
 * "This concerns us": opens an incident from a story outside the lane of clocks, keeping the original start. `level`: what the person
 * grades it, 定级; left out: what was read stands.
 */
export const concernsUs = z.object({ reason, level: level.optional() });
/** The story becomes part of another one. */
export const joinStory = z.object({ into: uuid, reason });
/** These articles become a story of their own. Left out: a story that is only possibly of its case leaves it as a whole. */
export const splitStory = z.object({ articleIds: z.array(uuid).min(1).max(1_000).optional(), reason });
/** Not to be answered now; it comes back when it rises. */
export const setAside = z.object({ disposition, reason });
/** A person decides what a figure is, also where a greater one was published. */
export const stateFigure = z
  .object({
    metric: z.enum(['deaths', 'missing', 'seriousInjuries', 'injuries', 'poisoned', 'economicLossYuan']),
    value: z.number().min(0).max(1e15),
    reason,
  })
  .refine(({ metric, value }) => metric === 'economicLossYuan' || Number.isInteger(value), {
    path: ['value'],
    message: '人数须为整数 · persons are counted in whole numbers',
  });
