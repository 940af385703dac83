import type { Focus } from '../routing/routing-rules.js';

/** What is known of the talk about one story at one instant. Counts are of articles joined to the story. */
export interface OpinionInput {
  /** Distinct publisher families. */
  families: number;
  articles: number;
  /** Of the 60 minutes before the instant. */
  articlesLastHour: number;
  /** Of the 24 hours before the instant, the last hour included. */
  articlesLastDay: number;
  /** Class of the weightiest publisher (`bestAuthority`); null: none is known. */
  authority: string | null;
  focuses: readonly Focus[];
  /** Titles of the story, newest first; the first 50 are read. */
  titles: readonly string[];
  /** As stated in a text, never counted by us; RSS gives neither. */
  views?: number | null;
  reposts?: number | null;
}

/** One measured thing behind a part: `families` 5 scores 60; `word` 造假 scores 80. */
export interface OpinionEvidence {
  name: string;
  value: number | string;
  score: number;
}
