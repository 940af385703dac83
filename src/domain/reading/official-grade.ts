import type { CompiledLexicon } from '../text/compiled-lexicon.js';
import { LEAD } from './event-kind.js';
import { LEVELS, type Level } from '../level.js';
import { type Marked, markedAll, markedAt } from './marked.js';
import { type MarkedText, marksOf } from '../text/marked-text.js';
import type { Grade } from './severity.js';

/** A grade given by the text itself. */
export interface OfficialGrade {
  level: Level;
  /** Given by an investigation, a finding or a supervision order, not only by the name of the happening. */
  firm: boolean;
  /** The grade as named, and the words that make it official. */
  marks: Marked[];
}

/** “12·11”重大火灾事故: the happening's official name carries its date. */
const DATED_NAME = /[“"']?\d{1,2}[·.•]\d{1,2}[”"']?$/;
const NAMED_TYPE = /^[^，,。！!“”"、]{0,8}?(?:事故|火灾|灾害|事件)(?!罪|隐患|多发|发生率|防范)/;
/** 重大责任事故罪, 防范重大事故, 特别重大 v. 重大, 重特大 are not grades of this happening. */
const NOT_A_GRADE = /(?:特别|防范|遏制|避免|防止|杜绝|严防|发生过|无|涉嫌|犯|重特|处置|预防)$/;

const INDEX_UNKNOWN = -1;

function gradeAt(text: string, word: string, at: number): string | null {
  if (NOT_A_GRADE.test(text.slice(Math.max(0, at - 3), at))) return null;
  return NAMED_TYPE.test(text.slice(at + word.length, at + word.length + 14))
    ? text.slice(Math.max(0, at - 10), at)
    : null;
}

function gradesIn(lexicon: CompiledLexicon, field: MarkedText, to: number): OfficialGrade[] {
  const text = field.plain.slice(0, to);
  return Object.entries(lexicon.source.official.grades).flatMap(([word, level]) => {
    const found: OfficialGrade[] = [];
    for (let at = text.indexOf(word); at !== INDEX_UNKNOWN; at = text.indexOf(word, at + word.length)) {
      const before = gradeAt(text, word, at);
      if (before === null) continue;
      const contexts = markedAll(field, marksOf(field, 'official', 0, to));
      const firm = contexts.length > 0;
      if (!firm && !DATED_NAME.test(before)) continue;
      const named = markedAt(field, { start: at, end: at + word.length });
      found.push({ level, firm, marks: [named, ...contexts] });
    }
    return found;
  });
}

/** The grade the text gives officially, or null. 特大 is the old traffic-police word and no grade. */
export function officialGrade(lexicon: CompiledLexicon, title: MarkedText, text: MarkedText): OfficialGrade | null {
  const grades = [...gradesIn(lexicon, title, title.plain.length), ...gradesIn(lexicon, text, LEAD)];
  return (
    grades.sort((a, b) => Number(b.firm) - Number(a.firm) || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))[0] ??
    null
  );
}

/**
 * Sets an official grade beside the grades by figures. It holds where the figures agree or say nothing; a firm one also where the
 * figures stay below it. Where the figures reach further, they hold: the toll may have risen since the grade was given.
 */
export function withOfficial(official: OfficialGrade | null, byFigures: Grade | null): Grade | null {
  if (!official) return byFigures;
  const grade: Grade = {
    level: official.level,
    basis: 'OFFICIAL',
    ruleId: 'OFFICIAL',
    verified: true,
    provisional: !official.firm,
    counts: true,
  };
  if (!byFigures) return grade;
  const difference = LEVELS.indexOf(official.level) - LEVELS.indexOf(byFigures.level);
  if (difference === 0) return { ...grade, provisional: false };
  return difference < 0 && official.firm && LEVELS.indexOf(byFigures.level) < LEVELS.indexOf('IV') ? grade : byFigures;
}
