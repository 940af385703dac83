/**
 * Event level 事件等级 of an emergency: I 特别重大, II 重大, III 较大, IV 一般 (突发事件应对法 第三条).
 * Not the warning colour, not the response level, not the heat of the talk: only this scale starts the 5 h and 24 h duties.
 */
export type Level = 'I' | 'II' | 'III' | 'IV';

/** Gravest first. */
export const LEVELS: readonly Level[] = ['I', 'II', 'III', 'IV'];

/** As the law writes them. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = { I: '特别重大', II: '重大', III: '较大', IV: '一般' };

/**
 * What a level rests on: OFFICIAL 官方定级 (the text itself gives the grade), STATUTORY 法定标准 (a table made for this kind),
 * REFERENCE 参照 (the lines of 国务院令第493号 applied to a kind that has no table), INTERNAL 内部 (the office's own table).
 */
export type LevelBasis = 'OFFICIAL' | 'STATUTORY' | 'REFERENCE' | 'INTERNAL';

/** The graver of two levels; null means "no level" and gives way to any level. */
export function graver(a: Level | null, b: Level | null): Level | null {
  if (a === null) return b;
  if (b === null) return a;
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b;
}
