import type { CasualtyRole, CompiledLexicon } from '../text/compiled-lexicon.js';
import type { EventKindWords } from '../text/lexicon.js';
import { type MarkedText, marksOf } from '../text/marked-text.js';
import type { Mention } from './mention.js';

/** What happened, by the words of title and lead. */
export interface EventKind {
  kind: EventKindWords;
  /** A deciding word (not only a supporting one) stands in the title / in the lead. */
  inTitle: boolean;
  inLead: boolean;
  /** A supporting word of it stands in the title. */
  hinted: boolean;
}

const TOLL: ReadonlySet<CasualtyRole> = new Set(['death', 'missing', 'serious', 'injury']);
const TITLE_WORD = 6;
const LEAD_WORD = 2;
const WEAK_SHARE = 4;

/** The opening of a text, where news says what happened, in UTF-16 units. */
export const LEAD = 220;

function addScores(scores: number[], text: MarkedText, to: number, weight: number): void {
  for (const role of ['kind', 'kindWeak'] as const) {
    const marks = marksOf(text, role, 0, to);
    if (marks.length === 0) continue;
    const gain = role === 'kind' ? weight : weight / WEAK_SHARE;
    const seen = new Set<number>();
    for (const mark of marks) {
      for (const use of mark.uses) {
        if (use.role !== role || seen.has(use.ref)) continue;
        seen.add(use.ref);
        scores[use.ref] = (scores[use.ref] ?? 0) + gain;
      }
    }
  }
}

function saysKind(text: MarkedText, role: 'kind' | 'kindWeak', ref: number, to: number): boolean {
  return marksOf(text, role, 0, to).some((mark) => mark.uses.some((use) => use.role === role && use.ref === ref));
}

/** The kind with the most words behind it; ties go to the earlier kind of the lexicon. */
export function eventKindOf(lexicon: CompiledLexicon, title: MarkedText, text: MarkedText): EventKind | null {
  const { kinds } = lexicon.source;
  const scores = kinds.map(() => 0);
  addScores(scores, title, title.plain.length, TITLE_WORD);
  addScores(scores, text, LEAD, LEAD_WORD);
  // The last kind of the lexicon is 其他: its words (事故, 死亡) go with every kind and only decide where no other does.
  const others = scores.slice(0, -1);
  const most = Math.max(...others);
  const other = kinds.length - 1;
  const ref = most > 0 ? others.indexOf(most) : other;
  const kind = kinds[ref];
  if (!kind || (scores[ref] ?? 0) === 0) return null;
  return {
    kind,
    inTitle: [ref, other].some((one) => saysKind(title, 'kind', one, title.plain.length)),
    inLead: [ref, other].some((one) => saysKind(text, 'kind', one, LEAD)),
    hinted: saysKind(title, 'kindWeak', ref, title.plain.length),
  };
}

const BROUGHT_ABOUT = /[致使]|造成/;

/** 发电机翻倒致3死: a title in which something brings a toll about tells of a happening, though no word names its kind. */
export function kindOfToll(lexicon: CompiledLexicon, title: MarkedText, said: readonly Mention[]): EventKind | null {
  const kind = lexicon.source.kinds.at(-1);
  const toll = said.find(({ role, count, value }) => TOLL.has(role) && count !== null && value > 0);
  if (!kind || !toll || !BROUGHT_ABOUT.test(title.plain.slice(0, toll.end))) return null;
  return { kind, inTitle: false, inLead: false, hinted: true };
}

/** A deciding word names the happening; 身亡, 失联 alone name none. */
export function saysWhat(kind: EventKind | null): boolean {
  return kind !== null && (kind.inTitle || kind.inLead);
}
