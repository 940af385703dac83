import { GapWords } from '../../text/gap-words.js';
import { type MarkedText, hasMark } from '../../text/marked-text.js';
import type { CircumstanceWords } from '../reading-rules.js';
import type { SaidThing } from './circumstances.js';

/** How far into a text circumstances are read, UTF-16 units: past the opening come background and earlier cases. */
export const REACH = 600;
/** 未, 可能 and 曾 govern what follows them closely. */
const GOVERNED = 8;
const DENIED = /(?:未|没有|并无|无|避免|防止|谨防|严防|如果|若|一旦|可能|险些|差点|曾|去年|谣传|网传)[^，,。；;]{0,6}$/;

const compiled = new WeakMap<readonly CircumstanceWords[], GapWords>();

function matcherOf(circumstances: readonly CircumstanceWords[]): GapWords {
  let ready = compiled.get(circumstances);
  if (!ready) compiled.set(circumstances, (ready = new GapWords(circumstances.map(({ words }) => words))));
  return ready;
}

function holds(text: MarkedText, start: number): boolean {
  const from = Math.max(0, start - GOVERNED);
  if (DENIED.test(text.plain.slice(from, start))) return false;
  return !hasMark(text, 'hypothetical', from, start) && !hasMark(text, 'history', from, start);
}

/** What title and opening say of the circumstances of the file: each once, the title's first. */
export function saidIn(circumstances: readonly CircumstanceWords[], fields: readonly MarkedText[]): SaidThing[] {
  const found = new Map<string, SaidThing>();
  for (const text of fields) {
    for (const { list, start, end } of matcherOf(circumstances).find(text.plain.slice(0, REACH))) {
      const id = circumstances[list]?.id;
      if (id === undefined || found.has(id) || !holds(text, start)) continue;
      found.set(id, { id, field: text.field, start, span: text.raw.slice(start, end) });
    }
  }
  return [...found.values()];
}
