import type { CompiledLexicon, Role } from '../text/compiled-lexicon.js';
import type { TrapWords } from '../text/lexicon.js';
import { type MarkedText, marksOf } from '../text/marked-text.js';

/** How far the opening reaches in which `lead` words are looked for, in UTF-16 units. */
const OPENING = 120;

export interface TrapQuestion {
  title: MarkedText;
  text: MarkedText;
  /** Casualties stated in the title outweigh every soft and lead word; stated in the lead, those of traps that yield to it. */
  casualtiesStatedIn: 'title' | 'lead' | null;
}

function trapsIn(lexicon: CompiledLexicon, text: MarkedText, role: Role, to = text.plain.length): TrapWords[] {
  const uses = marksOf(text, role, 0, to).flatMap((mark) => mark.uses.filter((use) => use.role === role));
  const refs = [...new Set(uses.map((use) => use.ref))].sort((a, b) => a - b);
  return refs.flatMap((ref) => lexicon.source.traps[ref] ?? []);
}

/** Why the article tells of no happening of its own (drill, trial, film, rumour ...), or null. */
export function trapOf(lexicon: CompiledLexicon, { title, text, casualtiesStatedIn }: TrapQuestion): string | null {
  const [hard] = trapsIn(lexicon, title, 'trapHard');
  if (hard) return hard.id;
  if (casualtiesStatedIn === 'title') return null;
  const others = [...trapsIn(lexicon, title, 'trapSoft'), ...trapsIn(lexicon, text, 'trapLead', OPENING)];
  return others.find((trap) => casualtiesStatedIn === null || !trap.yieldsToLead)?.id ?? null;
}
