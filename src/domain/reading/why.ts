import type { EventKind } from './event-kind.js';
import { LEAD } from './event-kind.js';
import { type Marked, type Why, markedAt } from './marked.js';
import type { CompiledLexicon, Role } from '../text/compiled-lexicon.js';
import type { Mark, MarkedText } from '../text/marked-text.js';

/** What the single judgements found by themselves. */
export interface Found {
  kind: EventKind | null;
  trap: Marked[];
  phase: Marked[];
  official: Marked[];
}

const SCOPE_ROLES: ReadonlySet<Role> = new Set(['division', 'foreign', 'hkmotw', 'foreignCue', 'domesticCue']);

function speaksFor(mark: Mark, refs: readonly number[]): boolean {
  return mark.uses.some(({ role, ref }) => (role === 'kind' || role === 'kindWeak') && refs.includes(ref));
}

const speaksOfPlace = (mark: Mark): boolean => mark.uses.some(({ role }) => SCOPE_ROLES.has(role));

/** The words behind the judgements of one reading. One pass over the words of title and opening. */
export function whyOf(lexicon: CompiledLexicon, title: MarkedText, text: MarkedText, found: Found): Why {
  const { kinds } = lexicon.source;
  const refs = found.kind ? [kinds.indexOf(found.kind.kind), kinds.length - 1] : [];
  const why: Why = { kind: [], trap: found.trap, phase: found.phase, scope: [], official: found.official };
  for (const field of [title, text]) {
    const to = field === title ? field.plain.length : LEAD;
    for (const mark of field.marks) {
      if (mark.end > to) break;
      if (refs.length > 0 && speaksFor(mark, refs)) why.kind.push(markedAt(field, mark));
      if (speaksOfPlace(mark)) why.scope.push(markedAt(field, mark));
    }
  }
  return why;
}
