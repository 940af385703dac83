import type { Focus } from '../routing/routing-rules.js';
import { LEVELS, type Level } from '../level.js';
import { rounded } from './band.js';
import { OPINION_PARTS, type OpinionPartName, type OpinionRules } from './opinion-rules.js';
import type { OpinionEvidence, OpinionInput } from './opinion-input.js';
import { spread } from './spread.js';
import { type TitleWord, titleWords } from './title-words.js';

export interface OpinionPart {
  part: OpinionPartName;
  /** 0..100 */
  score: number;
  weight: number;
  evidence: OpinionEvidence[];
}

/** 舆情等级: the heat of the talk, apart from the event level; it starts no clock. */
export interface OpinionLevel {
  /** I 特别重大 … IV 一般; null: below every line. */
  level: Level | null;
  /** 0..100, to one decimal. */
  score: number;
  parts: OpinionPart[];
  rulesVersion: string;
}

interface Scored {
  score: number;
  evidence: OpinionEvidence[];
}

/** Older titles say no more; a story of thousands of articles costs no more than one of fifty. */
const MOST_TITLES = 50;
const LONGEST_TITLE = 200;

function authority(input: OpinionInput, rules: OpinionRules): Scored {
  const { classes, otherwise } = rules.authority;
  const found = classes.find(({ id }) => id === input.authority);
  const score = found?.score ?? (input.families > 0 ? otherwise : 0);
  return { score, evidence: [{ name: 'class', value: found?.id ?? 'otherwise', score }] };
}

/** The gravest focus or topic decides. */
function sensitivity({ focuses }: OpinionInput, words: readonly TitleWord[][], rules: OpinionRules): Scored {
  const scoreOf = (focus: Focus) => rules.sensitivity.focuses[focus];
  const byFocus = [...new Set(focuses)].map((value) => ({ name: 'focus', value, score: scoreOf(value) }));
  const said = new Set(words.flat().map(({ sensitive }) => sensitive));
  const byTopic = rules.sensitivity.topics
    .filter(({ id }) => said.has(id))
    .map(({ id, score }) => ({ name: 'topic', value: id, score }));
  const evidence = [...byFocus, ...byTopic];
  return { score: Math.max(0, ...evidence.map(({ score }) => score)), evidence };
}

/** Mean over the titles: one loud title among forty sober ones makes no bad mood. */
function negativity(words: readonly TitleWord[][], rules: OpinionRules): Scored {
  const { scores } = rules.negativity;
  const toneOf = (title: readonly TitleWord[]) => {
    if (title.some(({ tone }) => tone === 'strong')) return scores.strong;
    return title.some(({ tone }) => tone === 'mild') ? scores.mild : 0;
  };
  const sum = words.reduce((total, title) => total + toneOf(title), 0);
  const negative = words.flat().flatMap(({ word, tone }) => (tone ? [{ word, score: scores[tone] }] : []));
  const once = new Map(negative.map(({ word, score }) => [word, score]));
  const evidence = [...once].map(([value, score]) => ({ name: 'word', value, score }));
  return { score: words.length > 0 ? rounded(sum / words.length) : 0, evidence };
}

/** Grades the talk about a story. The same input and rules give the same result; no clock is read. */
export function opinionLevel(input: OpinionInput, rules: OpinionRules): OpinionLevel {
  const titles = input.titles.slice(0, MOST_TITLES);
  const words = titles.map((title) => titleWords(title.slice(0, LONGEST_TITLE), rules));
  const scored: Record<OpinionPartName, Scored> = {
    spread: spread(input, rules.spread),
    authority: authority(input, rules),
    sensitivity: sensitivity(input, words, rules),
    negativity: negativity(words, rules),
  };
  const parts = OPINION_PARTS.map((part) => ({ part, weight: rules.weights[part], ...scored[part] }));
  const score = rounded(parts.reduce((sum, part) => sum + part.score * part.weight, 0));
  const level = LEVELS.find((one) => score >= rules.lines[one]) ?? null;
  return { level, score, parts, rulesVersion: rules.version };
}
