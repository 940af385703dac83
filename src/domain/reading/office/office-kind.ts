import type { OfficeKindWords } from '../../text/lexicon.js';
import { GapWords } from '../../text/gap-words.js';
import type { MarkedText, Span } from '../../text/marked-text.js';
import { type EventKind, LEAD } from '../event-kind.js';
import { type Marked, markedAll } from '../marked.js';

/** A happening of the office's own field (停播, 插播, 网站被篡改, 教材差错, 数据泄露) named by the title. */
export interface OfficeKind {
  words: OfficeKindWords;
  /** The words that say so. */
  marks: Marked[];
}

/** Subject and happening belong together within so many UTF-16 units. */
const NEAR = 20;
const LISTS = ['words', 'subjects', 'happenings', 'not'] as const;
type Role = (typeof LISTS)[number];

interface RoleHit extends Span {
  kind: number;
  role: Role;
}

const compiled = new WeakMap<readonly OfficeKindWords[], GapWords>();

function hitsIn(kinds: readonly OfficeKindWords[], plain: string): RoleHit[] {
  let ready = compiled.get(kinds);
  if (!ready) compiled.set(kinds, (ready = new GapWords(kinds.flatMap((kind) => LISTS.map((role) => kind[role])))));
  return ready.find(plain).map(({ list, start, end }) => ({
    kind: Math.floor(list / LISTS.length),
    role: LISTS[list % LISTS.length] ?? 'not',
    start,
    end,
  }));
}

function apart(a: Span, b: Span): number {
  return a.start < b.start ? b.start - a.end : a.start - b.end;
}

/** The words that name the kind in one field; none when they do not. */
function named(hits: readonly RoleHit[], kind: number): RoleHit[] {
  const of = (role: Role) => hits.filter((hit) => hit.kind === kind && hit.role === role);
  const [alone] = of('words');
  if (alone) return [alone];
  for (const subject of of('subjects')) {
    const happening = of('happenings').find((one) => apart(subject, one) >= 0 && apart(subject, one) <= NEAR);
    if (happening) return [subject, happening];
  }
  return [];
}

/** 某台致歉 names the subject; what happened may then stand in the opening. */
function namedBy(inTitle: readonly RoleHit[], inLead: readonly RoleHit[], kind: number): [RoleHit[], RoleHit[]] | null {
  if (inTitle.some((hit) => hit.kind === kind && hit.role === 'not')) return null;
  const title = named(inTitle, kind);
  if (title.length > 0) return [title, []];
  const subject = inTitle.find((hit) => hit.kind === kind && hit.role === 'subjects');
  const lead = subject ? named(inLead, kind) : [];
  return subject && lead.length > 0 && !inLead.some((hit) => hit.kind === kind && hit.role === 'not')
    ? [[subject], lead]
    : null;
}

/** The first of the office's own kinds that the title names, or null. */
export function officeKindOf(
  kinds: readonly OfficeKindWords[],
  title: MarkedText,
  text: MarkedText,
): OfficeKind | null {
  const inTitle = hitsIn(kinds, title.plain);
  if (inTitle.length === 0) return null;
  const inLead = hitsIn(kinds, text.plain.slice(0, LEAD));
  for (const [at, words] of kinds.entries()) {
    const found = namedBy(inTitle, inLead, at);
    if (found) return { words, marks: [...markedAll(title, found[0]), ...markedAll(text, found[1])] };
  }
  return null;
}

/**
 * One kind of two that an article names. A fire with casualties that also stops a channel stays a fire; the tables of both grade it.
 */
export function kindOfBoth(general: EventKind | null, office: OfficeKind | null, harmed: boolean): EventKind | null {
  if (!office) return general;
  const tables = [...new Set([...office.words.tables, ...(general?.kind.tables ?? [])])];
  if (general?.inTitle && harmed) return { ...general, kind: { ...general.kind, tables } };
  const { kind, category, words } = office.words;
  return { kind: { kind, category, tables, words, weak: [] }, inTitle: true, inLead: true, hinted: false };
}
