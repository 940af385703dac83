import type { WordsFound } from '../text/word-sets.js';
import { type ProposedDisposition, proposeDisposition } from './disposition.js';
import { officeDay } from './in-force.js';
import type { DocumentMention } from './policy-document.js';
import type { CrossRule, Focus } from './routing-rules.js';
import type { RoutingTables } from './routing-tables.js';
import { type Met, metRules, scopeEvidence, type SubjectVote, type WeighedMet } from './scope-evidence.js';
import type { UnitScore } from './unit-score.js';

/** Only this much of the body is asked what the item is about: further down other matters are told too. */
const LEAD_LENGTH = 160;
/** Whose announcement it is stands at the very beginning. */
const OPENING_LENGTH = 60;

export interface RoutedText {
  title: string;
  text: string;
  /** Units and documents in force on this day answer; null or left out: whatever the day. */
  publishedAt?: Date | null;
}

/** What is known of the item besides its words. */
export interface RoutingFlags {
  /** The item tells of dead, missing or injured persons. */
  casualties: boolean;
  /** It happened outside the mainland's jurisdiction. */
  foreign: boolean;
  /** The item tells of a happening; the trap it fell into. */
  happening?: boolean | undefined;
  trap?: string | null | undefined;
  /** Asked only when the words leave the scope one or two points short; null: no opinion. */
  vote?: (() => SubjectVote | null) | undefined;
}

/** Why the route is what it is: rule ids with the words that met them, and the scores. */
export interface RouteReasons {
  /** The registered documents it names; the first one's unit leads. */
  documents: DocumentMention[];
  /** Which state of the registry was asked. */
  registry: string;
  scope: WeighedMet[];
  evidence: number;
  cross: Met[];
  scores: UnitScore[];
  focus: Met[];
  vote: SubjectVote | null;
}

export interface Route {
  inScope: boolean;
  lead: string | null;
  co: string[];
  focus: Focus[];
  /** A proposal; null out of scope, or where no rule of the file speaks. */
  disposition: ProposedDisposition | null;
  why: RouteReasons;
}

interface Claims {
  documents: readonly DocumentMention[];
  cross: (Met & { of: CrossRule })[];
  scores: readonly UnitScore[];
  /** Named by the rules of scope. */
  answering: string | undefined;
  casualties: boolean;
}

/** In this order: the registry of documents, the fixed rules, the score, the rules of scope; the General Office where nothing speaks. */
function unitsFor(
  { documents, cross, scores, answering, casualties }: Claims,
  tables: RoutingTables,
  day: string | null,
) {
  const { rules } = tables;
  const strong = scores.filter((one) => one.score >= rules.weights.least);
  const subjects = strong.filter((one) => one.code !== rules.casualties);
  const guard = strong.find((one) => one.code === rules.casualties);
  const fixed = documents[0]?.bureau ?? cross.find(({ of }) => of.lead !== undefined)?.of.lead;
  const lead = fixed ?? subjects[0]?.code ?? answering ?? guard?.code ?? rules.fallback;
  const leading = tables.answering.on(day, lead) ?? rules.fallback;
  const joining = new Set<string>();
  const join = (code: string): void => {
    const unit = tables.answering.on(day, code);
    if (unit !== null && unit !== leading) joining.add(unit);
  };
  for (const { bureau } of documents) join(bureau);
  for (const { of } of cross) of.co.forEach(join);
  if (casualties || guard) join(rules.casualties);
  for (const { code } of subjects) join(code);
  return { lead: leading, co: [...joining].slice(0, rules.weights.maxCo) };
}

/**
 * Routes one item: is it the office's matter, who leads, who joins, which focuses, how it may be answered (rules.md §3.3; 总局方案
 * 三(一)、(二)、(三)). Lead and co are given only when in scope. The statistical second opinion can tip a close question of scope
 * towards the office, nothing else.
 */
export function route(article: RoutedText, flags: RoutingFlags, tables: RoutingTables): Route {
  const { title, text } = article;
  const day = article.publishedAt ? officeDay(article.publishedAt) : null;
  const lead = text.slice(0, LEAD_LENGTH);
  const { words } = tables;
  const read = { title: words.read(title), lead: words.read(lead) };
  const found = words.found(read.title);
  const documents = tables.documents.found(title, lead, day);
  const opening = (): WordsFound => words.found(read.lead, OPENING_LENGTH);
  const { foreign, vote, casualties } = flags;
  const asked = { title: found, opening, documents, foreign, vote };
  const { met, evidence, vote: voted, answering } = scopeEvidence(asked, tables);
  const cross = metRules(tables.cross, found);
  const scores = words.scores(read.title, read.lead);
  const why = { documents, registry: tables.documents.version, scope: met, evidence, scores, vote: voted };
  const units = unitsFor({ documents, cross, scores, answering, casualties }, tables, day);
  const focusMet = metRules(tables.focus, found).filter(({ of }) => !of.leads || of.leads.includes(units.lead));
  const reasons = { ...why, cross: cross.map(bare), focus: focusMet.map(bare) };
  if (evidence < tables.rules.scope.line)
    return { inScope: false, lead: null, co: [], focus: [], disposition: null, why: reasons };
  const focus = [...new Set(focusMet.map(({ of }) => of.focus))];
  const matter = { lead: units.lead, focus, happening: flags.happening ?? false, trap: flags.trap ?? null };
  const disposition = proposeDisposition(matter, found, tables.disposition);
  return { inScope: true, ...units, focus, disposition, why: reasons };
}

const bare = ({ rule, words }: Met): Met => ({ rule, words });
