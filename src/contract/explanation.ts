import { z } from 'zod';
import type { Answers } from '../domain/explanation/answers.js';
import { FIGURES } from '../domain/explanation/explanation.js';
import { DISPOSITIONS } from '../domain/routing/routing-rules.js';
import { instant, uuid } from './instant.js';
import { basis, focus, level } from './level.js';

/** Words of the article: [start, end) in UTF-16 units of `title` or `text` as they are told beside it. */
const quote = z.object({
  field: z.enum(['title', 'text']),
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
});
const quotes = z.array(quote);
const phase = z.enum(['breaking', 'update', 'aftermath', 'anniversary']);
const place = z.enum(['domestic', 'foreign', 'hkmotw', 'mixed']);
const precision = z.enum(['minute', 'hour', 'day']);
const figureName = z.enum(FIGURES);

const figureReason = z.object({
  name: figureName,
  value: z.number(),
  bound: z.enum(['exact', 'at_least', 'at_most', 'about']),
  confidence: z.number().nullable(),
  rests: quote,
});

const gradeReason = z.object({
  ruleId: z.string(),
  level,
  basis,
  /** Kind, wording and source of the table's row; null where the rules in force have no such row. */
  kind: z.string().nullable(),
  text: z.string().nullable(),
  source: z.string().nullable(),
  verified: z.boolean(),
  provisional: z.boolean(),
  /** False: shown beside the level, which does not rest on it (依据待核). */
  counts: z.boolean(),
  chosen: z.boolean(),
  figures: z.array(figureName),
  /** What the row asks for in words. */
  said: z.array(z.string()),
});

const ruleMet = z.object({ rule: z.string(), weight: z.number().nullable(), rests: quotes });

const wouldChange = z.object({
  /** For each figure the nearest value at which the level would be another. */
  lines: z.array(
    z.object({
      figure: figureName,
      direction: z.enum(['graver', 'milder']),
      value: z.number(),
      at: z.number(),
      distance: z.number(),
      level: level.nullable(),
      ruleId: z.string().nullable(),
      basis: basis.nullable(),
    }),
  ),
  /** What the judgement would be without the words that kept it from an alert, judged anew. */
  words: z.array(
    z.object({
      without: z.enum(['trap', 'phase', 'place']),
      rests: quotes,
      becomes: z.object({
        isIncident: z.boolean(),
        trap: z.string().nullable(),
        phase: phase.nullable(),
        level: level.nullable(),
        alert: z.boolean(),
      }),
    }),
  ),
  /** `missing`: points below the line of the office's field; the nearest ways across it. */
  scope: z.object({
    missing: z.number(),
    steps: z.array(
      z.object({ rule: z.string(), weight: z.number(), how: z.enum(['add', 'drop']), words: z.array(z.string()) }),
    ),
  }),
});

/** Why an article was judged as it was: for each question the answer, the rules, and the words it rests on. */
export const explanation = z.object({
  version: z.string().nullable(),
  happening: z.object({
    answer: z.boolean(),
    because: z.enum(['words', 'trap', 'no_words', 'no_harm']),
    rests: quotes,
    /** The second opinion's share for a happening where the rules saw none, 0..1; null where it was not heard. */
    vote: z.number().nullable(),
  }),
  trap: z.object({ id: z.string(), rests: quotes }).nullable(),
  kind: z.object({ answer: z.string().nullable(), tables: z.array(z.string()), rests: quotes }),
  place: z.object({ places: z.array(z.string()), scope: place, rests: quotes }),
  phase: z.object({ answer: phase.nullable(), rests: quotes }),
  occurred: z.object({ at: instant, precision, rests: quotes }).nullable(),
  figures: z.array(figureReason),
  /** What the tables ask for and the text says without a number. */
  said: z.array(z.object({ id: z.string(), rests: quote })),
  level: z.object({
    answer: level.nullable(),
    basis: basis.nullable(),
    provisional: z.boolean(),
    /** 重大人员伤亡 said without a number. */
    grave: quotes,
    official: quotes,
  }),
  grades: z.array(gradeReason),
  alert: z.object({
    answer: z.boolean(),
    checks: z.array(
      z.object({ check: z.enum(['happening', 'ours', 'current', 'serious', 'told']), holds: z.boolean() }),
    ),
  }),
  scope: z.object({ answer: z.boolean(), evidence: z.number(), line: z.number(), rules: z.array(ruleMet) }),
  units: z.object({
    lead: z.string().nullable(),
    co: z.array(z.string()),
    by: z.enum(['document', 'cross', 'score', 'duty', 'fallback']).nullable(),
    /** Registered policy documents that the article names; the first one's drafting bureau leads. */
    documents: z.array(
      z.object({ id: z.string(), title: z.string(), number: z.string().nullable(), bureau: z.string(), rests: quotes }),
    ),
    rules: z.array(ruleMet),
    scores: z.array(z.object({ code: z.string(), score: z.number(), rests: quotes })),
  }),
  focus: z.array(ruleMet.extend({ focus })),
  disposition: z.object({ answer: z.enum(DISPOSITIONS), rules: z.array(ruleMet) }).nullable(),
  secondOpinion: z.object({ subject: z.string(), share: z.number(), tipped: z.boolean() }).nullable(),
  vetoes: z.array(
    z.object({
      by: z.enum(['trap', 'phase', 'place', 'unverified', 'foreign']),
      what: z.string(),
      rests: quotes,
    }),
  ),
  wouldChange,
});

/** What a judgement answers, without its reasons. */
const answers = z.object({
  isIncident: z.boolean(),
  trap: z.string().nullable(),
  eventKind: z.string().nullable(),
  places: z.array(z.string()),
  scope: place,
  phase: phase.nullable(),
  figures: z.array(z.object({ name: figureName, value: z.number() })),
  level: level.nullable(),
  basis: basis.nullable(),
  alert: z.boolean(),
  inScope: z.boolean(),
  lead: z.string().nullable(),
  co: z.array(z.string()),
  focus: z.array(z.string()),
  disposition: z.string().nullable(),
}) satisfies z.ZodType<Answers>;

/** GET /articles/:id/explanation. */
export const articleExplanation = z.object({
  articleId: uuid,
  title: z.string(),
  /** The text as it is stored: all offsets hold in it. */
  text: z.string(),
  judgedAt: instant.nullable(),
  /** Null where the article has not been judged, or was set aside. */
  explanation: explanation.nullable(),
  /** Campaigns in force that it was judged under, as they were named then. `lowered`: from the lowered line put before people. */
  campaigns: z.array(z.object({ id: uuid, name: z.string(), lowered: z.boolean() })),
  /** Code and digest of the rules in force; the judgement's own are `explanation.version`. */
  presentVersion: z.string(),
  /** Whether judging the article again, now, gives the same judgement byte for byte; null where there is none. */
  sameWhenJudgedAgain: z.boolean().nullable(),
  /** Where the judgement and the one that would be made now answer otherwise: both answers. */
  otherwise: z.object({ questions: z.array(z.string()), stored: answers, now: answers }).nullable(),
});
export type ArticleExplanation = z.infer<typeof articleExplanation>;
