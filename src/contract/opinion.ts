import { z } from 'zod';
import { instant } from './instant.js';
import { level } from './level.js';

export const publisherClass = z.enum(['central', 'official_body', 'provincial', 'market', 'portal', 'self_media']);

/** A family of publishers; `class` is null where config/publishers.yaml does not know it. */
export const publisher = z.object({ id: z.string(), name: z.string(), class: publisherClass.nullable() });

/** What one publisher has said. */
export const publisherShare = publisher.extend({
  articles: z.number().int(),
  /** Articles whose report it is, wherever they were published. */
  originals: z.number().int(),
  firstAt: instant.nullable(),
});
export type PublisherShare = z.infer<typeof publisherShare>;

/** Articles and distinct publishers of one hour (the first 72 h) or one Beijing day (then). */
export const heatPoint = z.object({
  at: instant,
  hours: z.union([z.literal(1), z.literal(24)]),
  articles: z.number().int(),
  families: z.number().int(),
});
export type HeatPoint = z.infer<typeof heatPoint>;

const part = z.object({
  part: z.enum(['spread', 'authority', 'sensitivity', 'negativity']),
  /** 0..100 */
  score: z.number(),
  weight: z.number(),
  evidence: z.array(z.object({ name: z.string(), value: z.union([z.number(), z.string()]), score: z.number() })),
});

/** 舆情等级 by config/opinion.yaml; it starts no clock. */
export const opinion = z.object({
  level: level.nullable(),
  score: z.number(),
  parts: z.array(part),
  rulesVersion: z.string(),
  families: z.number().int(),
  /** Distinct original sources: a hundred reprints of one report are one. */
  originals: z.number().int(),
  articles: z.number().int(),
});
export type OpinionView = z.infer<typeof opinion>;
