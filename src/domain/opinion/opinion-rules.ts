import type { Focus } from '../routing/routing-rules.js';

/** A value that reaches `from` scores at least `score` (0..100); of several bands the highest one reached holds. */
export interface Band {
  from: number;
  score: number;
}

/** A class of publishers. A source belongs to the first class that names its family, else to the first that names its folder. */
export interface AuthorityClass {
  id: string;
  name: { zh: string; en: string };
  score: number;
  families: string[];
  /** Beginnings of the folders of `config/sources.yaml`: 中央媒体 takes in 中央媒体/人民网. */
  folders: string[];
}

/** A subject that is watched more closely, by words of the title. */
export interface SensitiveTopic {
  id: string;
  name: { zh: string; en: string };
  score: number;
  words: string[];
}

export interface SpreadRules {
  /** Distinct publisher families, articles in all, articles of the last hour, and growth in per cent. */
  families: Band[];
  articles: Band[];
  lastHour: Band[];
  growth: Band[];
  /** Shares of the four in the spread; they make 1. */
  shares: { families: number; articles: number; lastHour: number; growth: number };
  /** Where a text states them; the highest of all holds. */
  views: Band[];
  reposts: Band[];
}

export const OPINION_PARTS = ['spread', 'authority', 'sensitivity', 'negativity'] as const;
export type OpinionPartName = (typeof OPINION_PARTS)[number];

/** `config/opinion.yaml`: 舆情等级. No national standard exists; the file says what is evidence and what the office's own proposal. */
export interface OpinionRules {
  version: string;
  status: 'PROPOSAL' | 'ADOPTED';
  citation: string;
  /** They make 1. */
  weights: Record<OpinionPartName, number>;
  /** Least score of each level; below IV there is none. */
  lines: { I: number; II: number; III: number; IV: number };
  spread: SpreadRules;
  authority: { classes: AuthorityClass[]; otherwise: number };
  sensitivity: { focuses: Record<Focus, number>; topics: SensitiveTopic[] };
  negativity: {
    strong: string[];
    mild: string[];
    /** Score of a title with a strong word, and with a mild one only. */
    scores: { strong: number; mild: number };
    /** Words that hold a negative word but say nothing ill. */
    idle: string[];
  };
}
