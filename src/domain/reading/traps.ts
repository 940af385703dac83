import type { CompiledLexicon, Role } from '../text/compiled-lexicon.js';
import { type MarkedText, marksOf } from '../text/marked-text.js';
import { type Marked, markedAt } from './marked.js';
import { patternTrap } from './trap-patterns.js';

/** How far the opening reaches in which `lead` words are looked for, in UTF-16 units. */
const OPENING = 120;

export interface TrapQuestion {
  title: MarkedText;
  text: MarkedText;
  /** Casualties stated in the title outweigh every soft and lead word; stated in the lead, those of traps that yield to it. */
  casualtiesStatedIn: 'title' | 'lead' | null;
  /** Traps whose soft and lead words say nothing here: 综艺, 世界杯 are the daily language of a happening of the office's own field. */
  yielding?: readonly string[];
}

/** Why the article tells of no happening of its own (drill, trial, film, rumour ...), and the words that say so. */
export interface Trap {
  id: string;
  marks: Marked[];
}

interface TrapWord {
  ref: number;
  mark: Marked;
}

function trapWords(text: MarkedText, role: Role, to = text.plain.length): TrapWord[] {
  const words = marksOf(text, role, 0, to).flatMap((mark) =>
    mark.uses.filter((use) => use.role === role).map(({ ref }) => ({ ref, mark: markedAt(text, mark) })),
  );
  return words.sort((a, b) => a.ref - b.ref);
}

/** The first word's trap with all words that speak for it. */
function decided(lexicon: CompiledLexicon, words: readonly TrapWord[]): Trap | null {
  const [first] = words;
  const trap = first && lexicon.source.traps[first.ref];
  if (!trap) return null;
  return { id: trap.id, marks: words.filter(({ ref }) => ref === first.ref).map(({ mark }) => mark) };
}

/** The trap that decides, or null. */
export function trapOf(
  lexicon: CompiledLexicon,
  { title, text, casualtiesStatedIn, yielding = [] }: TrapQuestion,
): Trap | null {
  const hard = decided(lexicon, trapWords(title, 'trapHard')) ?? patternTrap(title, text);
  if (hard) return hard;
  if (casualtiesStatedIn === 'title') return null;
  const others = [...trapWords(title, 'trapSoft'), ...trapWords(text, 'trapLead', OPENING)];
  const yields = (ref: number): boolean => {
    const trap = lexicon.source.traps[ref];
    return (casualtiesStatedIn === 'lead' && trap?.yieldsToLead === true) || yielding.includes(trap?.id ?? '');
  };
  return decided(
    lexicon,
    others.filter(({ ref }) => !yields(ref)),
  );
}
