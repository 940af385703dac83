import { CASUALTY_ROLES, type CasualtyRole, type CompiledLexicon } from '../text/compiled-lexicon.js';
import type { Mark, MarkedText } from '../text/marked-text.js';
import type { PersonCount } from './person-counts.js';

/** A word of death, harm or rescue where it stands. */
export interface Verb {
  role: CasualtyRole;
  start: number;
  end: number;
  /** One does it to another: the number before it may be the doers'. */
  transitive: boolean;
  /** One character before its number (死3人伤5人): it takes that number and no other. */
  leads: boolean;
}

const ROLES: readonly CasualtyRole[] = CASUALTY_ROLES;
const ORDER: ReadonlyMap<string, number> = new Map(ROLES.map((role, place) => [role, place]));

/** Of the word's uses the one that stands first in the order of roles. */
function roleOf({ uses }: Mark): CasualtyRole | undefined {
  let first = ROLES.length;
  for (const { role } of uses) first = Math.min(first, ORDER.get(role) ?? first);
  return ROLES[first];
}

const BARE_FOLLOWERS: Record<string, RegExp> = {
  死: /[刑者囚因党角守活心]/,
  亡: /[者灵]/,
  伤: /[员者势情口痕心感害寒病风]/,
};

function bareAt(lexicon: CompiledLexicon, text: string, start: number, leads: boolean): Verb[] {
  const sign = text.charAt(start);
  const { deathBare, injuryBare } = lexicon.source.casualty;
  const role = deathBare.includes(sign) ? 'death' : injuryBare.includes(sign) ? 'injury' : null;
  return role ? [{ role, start, end: start + 1, transitive: false, leads }] : [];
}

/** 6死38伤, 死6人伤38人, 6人死38人伤: one character that touches the number, on the side its neighbours leave to it. */
function bareVerbs(lexicon: CompiledLexicon, text: string, count: PersonCount): Verb[] {
  const compound = BARE_FOLLOWERS[text.charAt(count.end)]?.test(text.charAt(count.end + 1)) ?? false;
  const behind = compound ? [] : bareAt(lexicon, text, count.end, false);
  const beforeSign = text.charAt(count.start - 2);
  const taken = /[\d死]/.test(beforeSign) || (/[人名]/.test(beforeSign) && behind.length > 0);
  const leading = count.bare || taken ? [] : bareAt(lexicon, text, count.start - 1, true);
  return leading.length > 0 ? leading : behind;
}

/** Verbs of a text in order; of the one-character forms those that touch a number. */
export function verbsOf(lexicon: CompiledLexicon, text: MarkedText, counts: readonly PersonCount[]): Verb[] {
  const { transitive } = lexicon;
  const verbs: Verb[] = [];
  for (const mark of text.marks) {
    const role = roleOf(mark);
    if (!role) continue;
    const { start, end } = mark;
    verbs.push({ role, start, end, transitive: transitive.has(text.plain.slice(start, end)), leads: false });
  }
  const bare = counts.flatMap((count) => bareVerbs(lexicon, text.plain, count));
  if (bare.length === 0) return verbs;
  const words = text.marks.filter((mark) => mark.end - mark.start > 1);
  const covered = new Set(words.flatMap((mark) => [mark.start, mark.end - 1]));
  return [...verbs, ...bare.filter((verb) => !covered.has(verb.start))].sort((a, b) => a.start - b.start);
}
