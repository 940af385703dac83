import type { CasualtyRole, CompiledLexicon } from '../text/compiled-lexicon.js';
import { type Mark, type MarkedText, placeFrom } from '../text/marked-text.js';
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

const BARE_FOLLOWERS: Record<string, RegExp> = {
  死: /[刑者囚因党角守活心]/,
  亡: /[者灵]/,
  伤: /[员者势情口痕心感害寒病风]/,
};

function bareAt(lexicon: CompiledLexicon, text: string, start: number, leads: boolean): Verb[] {
  const role = lexicon.bare.get(text.charAt(start));
  return role ? [{ role, start, end: start + 1, transitive: false, leads }] : [];
}

const NO_VERBS: readonly Verb[] = [];

/** 6死38伤, 死6人伤38人, 6人死38人伤: one character that touches the number, on the side its neighbours leave to it. */
function bareVerbs(lexicon: CompiledLexicon, { plain: text, marks }: MarkedText, count: PersonCount): readonly Verb[] {
  if (!lexicon.bare.has(text.charAt(count.end)) && !lexicon.bare.has(text.charAt(count.start - 1))) return NO_VERBS;
  const compound = BARE_FOLLOWERS[text.charAt(count.end)]?.test(text.charAt(count.end + 1)) ?? false;
  const behind = compound ? [] : bareAt(lexicon, text, count.end, false);
  const beforeSign = text.charAt(count.start - 2);
  const taken = /[\d死]/.test(beforeSign) || (/[人名]/.test(beforeSign) && behind.length > 0);
  const leading = count.bare || taken ? [] : bareAt(lexicon, text, count.start - 1, true);
  // 3人身亡6人伤: the 亡 is of the word before.
  const own = leading.filter(({ start }) => !isTaken(marks, start));
  return own.length > 0 ? own : behind.filter(({ start }) => !isTaken(marks, start));
}

/** A word of several characters begins or ends at an offset. */
function isTaken(marks: readonly Mark[], at: number): boolean {
  const next = placeFrom(marks, at);
  const mark = marks[next];
  if (mark?.start === at && mark.end - at > 1) return true;
  for (let before = next - 1; before >= 0; before--) {
    const end = marks[before]?.end ?? 0;
    if (end <= at + 1) return end === at + 1;
  }
  return false;
}

/** Verbs of a text in order; of the one-character forms those that touch a number. */
export function verbsOf(lexicon: CompiledLexicon, text: MarkedText, counts: readonly PersonCount[]): Verb[] {
  const verbs: Verb[] = [];
  for (const { start, end, casualty } of text.marks) {
    if (casualty) verbs.push({ role: casualty.role, start, end, transitive: casualty.transitive, leads: false });
  }
  const words = verbs.length;
  for (const count of counts) {
    verbs.push(...bareVerbs(lexicon, text, count));
  }
  return verbs.length === words ? verbs : verbs.sort((a, b) => a.start - b.start);
}
