import { z } from 'zod';
import type { OpinionRules } from '../domain/opinion/opinion-rules.js';

/** A list is one string, its words parted by spaces. */
const words = z.string().transform((list) => list.split(/\s+/).filter((one) => one !== ''));
const score = z.number().min(0).max(100);
const share = z.number().min(0).max(1);
const id = z.string().regex(/^[a-z_]+$/, '只用小写字母和 _ · lower-case letters and _');
const name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const bands = z
  .array(z.strictObject({ from: z.number().min(0), score }))
  .min(1)
  .refine(
    (list) => list.every((band, at) => at === 0 || band.from > (list[at - 1]?.from ?? 0)),
    '分档须由低到高 · bands must rise',
  );

const NEARLY = 1e-9;
const makesOne = (shares: Record<string, number>): boolean =>
  Math.abs(Object.values(shares).reduce((sum, one) => sum + one, 0) - 1) < NEARLY;
const ONE = '各项之和须为 1 · they must make 1';

const classes = z.array(z.strictObject({ id, name, score, families: words, folders: words })).min(1);
const topics = z.array(z.strictObject({ id, name, score, words }));

function unique(list: readonly { id: string }[]): boolean {
  return new Set(list.map((one) => one.id)).size === list.length;
}

/** `config/opinion.yaml`. Shares make 1, bands and lines rise, ids are unique. */
export const opinionFile = z.strictObject({
  version: z.string().min(1),
  status: z.enum(['PROPOSAL', 'ADOPTED']),
  citation: z.string().min(4, '写明出处 · name what it rests on'),
  weights: z
    .strictObject({ spread: share, authority: share, sensitivity: share, negativity: share })
    .refine(makesOne, ONE),
  lines: z
    .strictObject({ I: score, II: score, III: score, IV: score })
    .refine(({ I, II, III, IV }) => I > II && II > III && III > IV, '须 I > II > III > IV · must fall from I to IV'),
  spread: z.strictObject({
    shares: z.strictObject({ families: share, articles: share, lastHour: share, growth: share }).refine(makesOne, ONE),
    families: bands,
    articles: bands,
    lastHour: bands,
    growth: bands,
    views: bands,
    reposts: bands,
  }),
  authority: z.strictObject({
    otherwise: score,
    classes: classes.refine(unique, 'id 重复 · an id is used twice'),
  }),
  sensitivity: z.strictObject({
    focuses: z.strictObject({
      MAJOR_POLICY: score,
      PUBLIC_INTEREST: score,
      IMAGE_CREDIBILITY: score,
      MAJOR_EMERGENCY: score,
    }),
    topics: topics.refine(unique, 'id 重复 · an id is used twice'),
  }),
  negativity: z.strictObject({
    scores: z.strictObject({ strong: score, mild: score }),
    strong: words,
    mild: words,
    idle: words,
  }),
}) satisfies z.ZodType<OpinionRules>;
