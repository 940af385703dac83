import { z } from 'zod';
import { statedInstant } from '../instant.js';
import { attachment, bureauCode, line, link, maybe, official, words } from './parts.js';

/** 事实真相、政策措施、处置结果 (国办发〔2016〕8号): what an authoritative release tells. The first needs facts and measures, not causes. */
const elements = z.object({ facts: z.boolean(), measures: z.boolean(), results: z.boolean() });
const releaseKind = z.enum(['situation', 'statement', 'interview', 'news', 'refutation', 'result']);

/** A version of the text. `base`: the version it was written on; another one is the newest by now → 409, nothing is lost. */
export const draft = z.object({
  base: z.number().int().min(0),
  kind: releaseKind,
  title: line('标题', 200),
  text: words('正文'),
  elements,
});
export type Draft = z.infer<typeof draft>;

const decision = { draft: z.number().int().min(1), result: z.enum(['passed', 'returned']), opinion: maybe(5000) };

/** 保密审查 (保守国家秘密法实施条例 art. 42: 先审查、后公开). */
export const secrecyReview = z.object({ ...decision, reviewer: official });
/** 会签: another unit that the text touches agrees, or sends it back. */
export const coSign = z.object({ ...decision, unit: bureauCode('会签司局'), signer: official });
/** 签发. */
export const signOff = z.object({ ...decision, signer: official });

/** One row for each channel that a release was published on. */
export const releaseChannel = z.object({
  channel: z.string().trim().min(1).max(64),
  account: maybe(100),
  publishedAt: statedInstant,
  link,
  snapshot: attachment.optional(),
});

/** 发布: what has been published. Each channel is evidence of its own; the earliest official one answers. */
export const release = z.object({
  kind: releaseKind,
  title: line('标题', 200),
  /** The draft that was published; 0: a text that never was a draft here. */
  draft: z.number().int().min(0).default(0),
  elements,
  channels: z.array(releaseChannel).min(1, '至少一个发布渠道 · name at least one channel').max(20),
  spokesperson: official.optional(),
  headSpoke: z.boolean().default(false),
});
export type Release = z.infer<typeof release>;

/** 新闻发布会. 负责人或新闻发言人应当出席 (国办发〔2016〕61号). */
export const conference = z.object({
  startedAt: statedInstant,
  endedAt: statedInstant.optional(),
  place: line('地点', 200),
  topic: line('主题', 200),
  approval: maybe(200),
  host: official,
  speakers: z.array(official).min(1, '至少一位发布人 · name at least one speaker').max(20),
  headOrSpokesperson: z.boolean(),
  questions: z
    .array(z.object({ outlet: maybe(100), question: line('提问', 2000), answer: maybe(5000) }))
    .max(50)
    .default([]),
  link: link.optional(),
  transcript: link.optional(),
});

/** 效果评估: how it went, for the next time. */
export const evaluation = z.object({
  effect: words('回应效果'),
  /** 针对性: public questions the release answers, of those that were asked; judged by a person. */
  questionsAsked: z.number().int().min(0).default(0),
  questionsAnswered: z.number().int().min(0).default(0),
  /** 次生舆情. */
  secondary: z.boolean().default(false),
  lessons: maybe(10_000),
});
