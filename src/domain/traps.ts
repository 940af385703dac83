import type { CompiledLexicon, Role } from './compiled-lexicon.js';
import { type MarkedText, marksOf } from './marked-text.js';

/** How far the opening reaches in which `lead` words are looked for, in UTF-16 units. */
const OPENING = 120;

export interface TrapQuestion {
  title: MarkedText;
  text: MarkedText;
  /** The title itself states casualties of a happening: soft and lead words give way. */
  titleStatesCasualties: boolean;
}

function firstTrap(lexicon: CompiledLexicon, text: MarkedText, role: Role, to = text.plain.length): string | null {
  const refs = marksOf(text, role, 0, to).flatMap((mark) =>
    mark.uses.filter((use) => use.role === role).map((use) => use.ref),
  );
  if (refs.length === 0) return null;
  return lexicon.source.traps[Math.min(...refs)]?.id ?? null;
}

/** Why the article tells of no happening of its own (drill, trial, film, rumour ...), or null. */
export function trapOf(lexicon: CompiledLexicon, question: TrapQuestion): string | null {
  const { title, text } = question;
  const hard = firstTrap(lexicon, title, 'trapHard');
  if (hard || question.titleStatesCasualties) return hard;
  return firstTrap(lexicon, title, 'trapSoft') ?? firstTrap(lexicon, text, 'trapLead', OPENING);
}
