import { type WordsFound, wordsMeeting } from '../text/word-sets.js';
import type { DocumentMention } from './policy-document.js';
import type { BureauRules, Subject } from './routing-rules.js';
import type { Compiled, RoutingTables, RuleList } from './routing-tables.js';

/** What the second opinion says of the title: a focus or NONE, and the share of the vote for the office's field or against it, 0..1. */
export interface SubjectVote {
  subject: Subject;
  share: number;
}

/** A rule that holds, and the words that met it. */
export interface Met {
  rule: string;
  words: string[];
}

export interface WeighedMet extends Met {
  weight: number;
}

/** What speaks for and against the office's field. */
export interface ScopeEvidence {
  met: WeighedMet[];
  evidence: number;
  vote: SubjectVote | null;
  /** The unit that the first rule met names. */
  answering: string | undefined;
}

export function metRules<T extends { id: string }>(
  { rules, index }: RuleList<T>,
  found: WordsFound,
): (Met & { of: Compiled<T> })[] {
  const met: (Met & { of: Compiled<T> })[] = [];
  for (const place of index.askable(found)) {
    const of = rules[place];
    const words = of && wordsMeeting(of.condition, found);
    if (words) met.push({ rule: of.id, words, of });
  }
  return met;
}

interface Asked {
  title: WordsFound;
  /** Asked only where the title leaves the question open. */
  opening: () => WordsFound;
  documents: readonly DocumentMention[];
  foreign: boolean;
  /** Asked only where one or two points are wanting; null: no opinion. */
  vote?: (() => SubjectVote | null) | undefined;
}

export function scopeEvidence(
  { title, opening, documents, foreign, vote }: Asked,
  tables: RoutingTables,
): ScopeEvidence {
  const { scope } = tables.rules;
  const rules = metRules(tables.scope, title);
  const met: WeighedMet[] = rules.map(({ rule, words, of }) => ({ rule, weight: of.weight, words }));
  for (const { field, words } of documents)
    met.push({ rule: 'DOCUMENT', weight: field === 'title' ? scope.document.title : scope.document.opening, words });
  if (foreign) met.push({ rule: 'FOREIGN', weight: -3, words: [] });
  let evidence = sumOf(met);
  if (evidence >= 0 && evidence < scope.line) {
    met.push(...metRules(tables.opening, opening()).map(({ rule, words, of }) => ({ rule, weight: of.weight, words })));
    evidence = sumOf(met);
  }
  const asked = votedPoints(scope, evidence, vote);
  if (asked.points > 0) met.push({ rule: 'VOTE', weight: asked.points, words: [] });
  const answering = rules.find(({ of }) => of.lead !== undefined)?.of.lead;
  return { met, evidence: evidence + asked.points, vote: asked.vote, answering };
}

const sumOf = (met: readonly WeighedMet[]): number => met.reduce((sum, { weight }) => sum + weight, 0);

/** What the second opinion adds: it can only fill the gap. */
function votedPoints(scope: BureauRules['scope'], evidence: number, ask: Asked['vote']) {
  const short = scope.line - evidence;
  const wanted = short === 1 ? scope.voteLine : scope.strongVoteLine;
  const vote = evidence > 0 && (short === 1 || short === 2) ? (ask?.() ?? null) : null;
  const isOurs = vote !== null && vote.subject !== 'NONE' && vote.share >= wanted;
  return { points: isOurs ? short : 0, vote };
}
