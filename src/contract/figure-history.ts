import { z } from 'zod';
import { instant, uuid } from './instant.js';

const bound = z.enum(['exact', 'at_least', 'at_most', 'about']);

const statement = z.object({
  value: z.number(),
  bound,
  /** The words it stands in; a person's reason. */
  span: z.string(),
  /** Null when a person stated it. */
  articleId: uuid.nullable(),
  at: instant,
  source: z.string(),
});

const history = z.object({
  /** In the order they came up; `repeats`: how many more said the same. */
  steps: z.array(statement.extend({ repeats: z.number().int() })),
  stands: statement,
  /** first: nothing else was said; official: of an official or core source at the same time; greater: a later one is smaller. */
  why: z.enum(['first', 'latest', 'official', 'greater', 'person']),
  conflicts: z.array(z.object({ kind: z.enum(['fallen', 'differs']), earlier: statement, later: statement })),
});
export type FigureHistoryView = z.infer<typeof history>;

/** Figures of a story or case with their history; null where nobody states any. */
export const figureHistories = z.object({
  deaths: history.nullable(),
  missing: history.nullable(),
  seriousInjuries: history.nullable(),
  injuries: history.nullable(),
  poisoned: history.nullable(),
  economicLossYuan: history.nullable(),
});
export type FigureHistories = z.infer<typeof figureHistories>;
