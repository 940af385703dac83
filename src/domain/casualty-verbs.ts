import type { CasualtyRole, CompiledLexicon } from './compiled-lexicon.js';
import type { Mark, MarkedText } from './marked-text.js';
import type { PersonCount } from './person-counts.js';

const CASUALTY: readonly CasualtyRole[] = [
  'death',
  'missing',
  'serious',
  'light',
  'injury',
  'treated',
  'poisoned',
  'evacuated',
  'saved',
  'involved',
  'both',
];

/** A word of death, harm or rescue where it stands. */
export interface Verb {
  role: CasualtyRole;
  start: number;
  end: number;
  /** One does it to another: the number before it may be the doers'. */
  transitive: boolean;
}

function roleOf(mark: Mark): CasualtyRole | undefined {
  return CASUALTY.find((role) => mark.uses.some((use) => use.role === role));
}

const BARE_FOLLOWERS: Record<string, RegExp> = {
  死: /[刑者囚因党角守活心]/,
  亡: /[者灵]/,
  伤: /[员者势情口痕心感害寒病风]/,
  命: /[令名运题案]/,
};

/** 6死38伤: one character that touches the number. */
function bareVerb(lexicon: CompiledLexicon, text: string, count: PersonCount): Verb | null {
  const sign = text.charAt(count.end);
  const { deathBare, injuryBare } = lexicon.source.casualty;
  if (BARE_FOLLOWERS[sign]?.test(text.charAt(count.end + 1))) return null;
  const at = { start: count.end, end: count.end + 1, transitive: false };
  if (deathBare.includes(sign)) return { role: 'death', ...at };
  return injuryBare.includes(sign) ? { role: 'injury', ...at } : null;
}

/** Verbs of a text in order; of the one-character forms those that touch a number. */
export function verbsOf(lexicon: CompiledLexicon, text: MarkedText, counts: readonly PersonCount[]): Verb[] {
  const transitive = new Set(lexicon.source.casualty.transitive);
  const verbs = text.marks.flatMap((mark): Verb[] => {
    const role = roleOf(mark);
    const { start, end } = mark;
    return role ? [{ role, start, end, transitive: transitive.has(text.plain.slice(start, end)) }] : [];
  });
  const covered = new Set(text.marks.flatMap((mark) => (mark.end - mark.start > 1 ? [mark.start] : [])));
  const bare = counts.flatMap((count) => bareVerb(lexicon, text.plain, count) ?? []);
  return [...verbs, ...bare.filter((verb) => !covered.has(verb.start))].sort((a, b) => a.start - b.start);
}
