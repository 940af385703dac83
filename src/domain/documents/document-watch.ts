import { DocumentFinder } from '../routing/document-finder.js';
import type { PolicyDocument } from '../routing/policy-document.js';
import { WordMatcher } from '../text/word-matcher.js';

/** 跟踪与判断标准: the office's own, as data. A window is compared with the mean of as many windows of the days before. */
export interface DocumentWatchRule {
  windowHours: number;
  baseDays: number;
  /** Fewer doubting articles in a window are no rise, whatever is usual. */
  leastArticles: number;
  /** And so many times the usual number. */
  times: number;
  /** Words that doubt; words of `idle` hold one of them and do not. */
  doubt: string[];
  idle: string[];
}

export interface WatchedDocument extends PolicyDocument {
  /** Words beside title and short names by which people speak of it. */
  terms: string[];
}

export interface WatchedMention {
  id: string;
  doubting: boolean;
}

/** A short name would stand in texts on anything. */
const SHORTEST_NAME = 4;
const LONGEST_TITLE = 300;
const LONGEST_TEXT = 4_000;
/** Characters on either side of the name in which a doubt is about it. */
const NEAR = 80;

interface Span {
  start: number;
  end: number;
}

/** The standing watch topics of all documents, made ready once: one pass over each text. */
export class DocumentWatch {
  private readonly finder: DocumentFinder;
  private readonly names: WordMatcher;
  private readonly namedBy: string[][];
  private readonly doubts: WordMatcher;
  private readonly idleFrom: number;

  constructor(documents: readonly WatchedDocument[], { doubt, idle }: Pick<DocumentWatchRule, 'doubt' | 'idle'>) {
    this.finder = new DocumentFinder({ version: '', items: [...documents] });
    const names = new Map<string, string[]>();
    for (const { id, title, aliases, terms } of documents) {
      const long = [title, ...aliases].filter((name) => name.length >= SHORTEST_NAME);
      for (const name of new Set([...long, ...terms])) names.set(name, [...(names.get(name) ?? []), id]);
    }
    this.names = new WordMatcher([...names.keys()]);
    this.namedBy = [...names.values()];
    this.doubts = new WordMatcher([...doubt, ...idle]);
    this.idleFrom = doubt.length;
  }

  /** The documents an article speaks of, each once, and whether it doubts them: in its title, or near their name in the text. */
  mentions(title: string, text: string): WatchedMention[] {
    const whole = `${title.slice(0, LONGEST_TITLE)}\n${text.slice(0, LONGEST_TEXT)}`;
    const spoken = this.spokenOf(whole);
    if (spoken.size === 0) return [];
    const doubts = this.doubtsOf(whole);
    const inTitle = doubts.some(({ end }) => end <= Math.min(title.length, LONGEST_TITLE));
    return [...spoken].map(([id, spans]) => ({
      id,
      doubting: inTitle || spans.some((span) => doubts.some((doubt) => isNear(span, doubt))),
    }));
  }

  private spokenOf(whole: string): Map<string, Span[]> {
    const spoken = new Map<string, Span[]>();
    const add = (id: string, span: Span) => spoken.set(id, [...(spoken.get(id) ?? []), span]);
    this.names.scan(whole, (word, start, end) => this.namedBy[word]?.forEach((id) => add(id, { start, end })));
    for (const { id, words } of this.finder.found('', whole, null)) {
      for (const word of words) add(id, { start: whole.indexOf(word), end: whole.indexOf(word) + word.length });
    }
    return spoken;
  }

  /** Doubting words that stand in no longer word of the list. */
  private doubtsOf(whole: string): Span[] {
    const hits = this.doubts.hits(whole);
    return hits.filter((hit) => hit.word < this.idleFrom && !hits.some((other) => holds(other, hit)));
  }
}

const isNear = (one: Span, other: Span): boolean => other.start < one.end + NEAR && other.end > one.start - NEAR;
const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;

/** @param recent doubting articles of the window @param usual their mean in a window of the days before */
export function hasRisen(recent: number, usual: number, { leastArticles, times }: DocumentWatchRule): boolean {
  return recent >= leastArticles && recent >= times * usual;
}

/** A rise lasts while the window holds as many as begin one: only then may another one begin. */
export function hasEnded(recent: number, { leastArticles }: Pick<DocumentWatchRule, 'leastArticles'>): boolean {
  return recent < leastArticles;
}
