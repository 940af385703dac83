import type { BureauRules, CrossRule, Focus, FocusRule, ScopeRule, Subject } from './routing-rules.js';
import { scoreUnits, type UnitScore, UnitWords } from './unit-score.js';
import {
  compileCondition,
  type CompiledCondition,
  WordFinder,
  type WordsFound,
  wordsMeeting,
} from '../text/word-sets.js';

/** Only this much of the body is asked what the item is about: further down other matters are told too. */
const LEAD_LENGTH = 160;

/** What the second opinion says of the title: a focus or NONE, and the share of the vote for the office's field or against it, 0..1. */
export interface SubjectVote {
  subject: Subject;
  share: number;
}

/** What is known of the item besides its words. */
export interface RoutingFlags {
  /** The item tells of dead, missing or injured persons. */
  casualties: boolean;
  /** It happened outside the mainland's jurisdiction. */
  foreign: boolean;
  /** Asked only when the words leave the scope one or two points short; null: no opinion. */
  vote?: (() => SubjectVote | null) | undefined;
}

/** Why the route is what it is: rule ids with the words that met them, and the scores. */
export interface RouteReasons {
  scope: { rule: string; weight: number; words: string[] }[];
  evidence: number;
  cross: { rule: string; words: string[] }[];
  scores: UnitScore[];
  focus: { rule: string; words: string[] }[];
  vote: SubjectVote | null;
}

export interface Route {
  inScope: boolean;
  lead: string | null;
  co: string[];
  focus: Focus[];
  why: RouteReasons;
}

type Compiled<T> = T & { condition: CompiledCondition };

/** The bureaus file made ready for use. Build it once at start. */
export interface RoutingTables {
  rules: BureauRules;
  finder: WordFinder;
  unitWords: UnitWords;
  scope: Compiled<ScopeRule>[];
  cross: Compiled<CrossRule>[];
  focus: Compiled<FocusRule>[];
}

export function compileRouting(rules: BureauRules): RoutingTables {
  const compile = <T extends { when: CrossRule['when'] }>(list: T[]): Compiled<T>[] =>
    list.map((rule) => ({ ...rule, condition: compileCondition(rule.when, rules.sets) }));
  const tables = { scope: compile(rules.scope.rules), cross: compile(rules.cross), focus: compile(rules.focus) };
  const conditions = [...tables.scope, ...tables.cross, ...tables.focus].map((rule) => rule.condition);
  const words = conditions.flatMap(({ all, none }) => [...all.flatMap((list) => [...list.keys()]), ...none]);
  return { rules, finder: new WordFinder(words, rules.idle), unitWords: new UnitWords(rules), ...tables };
}

interface Met {
  rule: string;
  words: string[];
}

function metRules<T extends { id: string }>(list: Compiled<T>[], found: WordsFound): (Met & { of: Compiled<T> })[] {
  return list.flatMap((of) => {
    const words = wordsMeeting(of.condition, found);
    return words ? [{ rule: of.id, words, of }] : [];
  });
}

function evidenceFor(found: WordsFound, flags: RoutingFlags, tables: RoutingTables) {
  const rules = metRules(tables.scope, found);
  const answering = rules.find(({ of }) => of.lead !== undefined)?.of.lead;
  const met = rules.map(({ rule, words, of }) => ({ rule, weight: of.weight, words }));
  if (flags.foreign) met.push({ rule: 'FOREIGN', weight: -3, words: [] });
  const evidence = met.reduce((sum, one) => sum + one.weight, 0);
  const { points, vote } = votedPoints(tables.rules.scope, evidence, flags);
  const voted = points > 0 ? [{ rule: 'VOTE', weight: points, words: [] }] : [];
  return { met: [...met, ...voted], evidence: evidence + points, vote, answering };
}

/** What the second opinion adds: it is asked only where the evidence is one or two points short, and can only fill the gap. */
function votedPoints(scope: BureauRules['scope'], evidence: number, flags: RoutingFlags) {
  const short = scope.line - evidence;
  const wanted = short === 1 ? scope.voteLine : scope.strongVoteLine;
  const vote = evidence > 0 && (short === 1 || short === 2) ? (flags.vote?.() ?? null) : null;
  const points = vote !== null && vote.subject !== 'NONE' && vote.share >= wanted ? short : 0;
  return { points, vote };
}

/** Lead and co-organisers by the fixed rules first, the score second; the General Office where nothing speaks. */
function unitsFor(
  cross: (Met & { of: CrossRule })[],
  scores: UnitScore[],
  answering: string | undefined,
  flags: RoutingFlags,
  rules: BureauRules,
) {
  const subjects = scores.filter((one) => one.score >= rules.weights.least && one.code !== rules.casualties);
  const guard = scores.find((one) => one.code === rules.casualties && one.score >= rules.weights.least);
  const fixed = cross.find(({ of }) => of.lead !== undefined)?.of.lead;
  const lead = fixed ?? subjects[0]?.code ?? answering ?? guard?.code ?? rules.fallback;
  const wanted = [
    ...cross.flatMap(({ of }) => of.co),
    ...(flags.casualties || guard ? [rules.casualties] : []),
    ...subjects.map((one) => one.code),
  ];
  const co = [...new Set(wanted)].filter((code) => code !== lead).slice(0, rules.weights.maxCo);
  return { lead, co };
}

/**
 * Routes one item: is it the office's matter, who leads, who joins, which focuses (rules.md §3.3; 总局方案 三(一)、(二)).
 * Lead and co are given only when in scope. The statistical second opinion can tip a close question of scope towards the office, nothing else.
 */
export function route(article: { title: string; text: string }, flags: RoutingFlags, tables: RoutingTables): Route {
  const lead = article.text.slice(0, LEAD_LENGTH);
  const title = tables.finder.found(article.title);
  const { met, evidence, vote, answering } = evidenceFor(title, flags, tables);
  const inScope = evidence >= tables.rules.scope.line;
  const cross = metRules(tables.cross, title);
  const scores = scoreUnits(article.title, lead, tables.unitWords);
  const units = unitsFor(cross, scores, answering, flags, tables.rules);
  const focusRules = metRules(tables.focus, title).filter(({ of }) => !of.leads || of.leads.includes(units.lead));
  return {
    inScope,
    lead: inScope ? units.lead : null,
    co: inScope ? units.co : [],
    focus: inScope ? [...new Set(focusRules.map(({ of }) => of.focus))] : [],
    why: {
      scope: met,
      evidence,
      cross: cross.map(({ rule, words }) => ({ rule, words })),
      scores,
      focus: focusRules.map(({ rule, words }) => ({ rule, words })),
      vote,
    },
  };
}
