import type { Workspace } from '../../contract/records/record.js';
import { RECORD_KINDS, type RecordKind } from '../../domain/lifecycle/record-kind.js';
import { RECORD_RIGHTS } from '../../domain/lifecycle/record-rights.js';
import { isOver } from '../../domain/lifecycle/stage.js';
import { may, type Role } from '../../domain/rights.js';
import { CHAIN, type ChainStep, missingOf, NOTES, RECORD_OF } from './standing.js';

export const CLOSINGS = ['close', 'archive', 'reopen'] as const;
export type Closing = (typeof CLOSINGS)[number];
/** A form of the work on a case: one kind of record, or an end of it. */
export type Wish = RecordKind | Closing;

/** The address of a case names the form that stands open: a link leads straight to it, the way back closes it. */
export interface WorkSearch {
  do?: Wish;
}

export function readWorkSearch(search: Record<string, unknown>): WorkSearch {
  return { do: [...RECORD_KINDS, ...CLOSINGS].find((one) => one === search.do) };
}

const isClosing = (wish: Wish): wish is Closing => CLOSINGS.some((one) => one === wish);
export const wishOf = (step: ChainStep): Wish => RECORD_OF[step] ?? (step as Closing);

export const mayWish = (role: Role, wish: Wish): boolean =>
  may(role, isClosing(wish) ? 'incident.close' : RECORD_RIGHTS[wish]);

/** Records that belong to no step, as the case stands. What has happened is recorded of a case that is over, too. */
export function notesOf({ stage }: Workspace): readonly RecordKind[] {
  if (stage === 'merged') return [];
  if (stage === 'transferred_out') return ['conference', 'liaison'];
  return isOver(stage) ? ['conference'] : NOTES;
}

/** What has to be on record before it, where that can be recorded now. */
const BEFORE: Partial<Record<Wish, Partial<Record<string, Wish>>>> = {
  transfer_order: { disposition: 'assessment', consultation: 'consultation' },
  assessment: { consultation: 'consultation' },
};

/** The form to open for what is wished: its own, or of what has to come before it; null: neither can be filled in now. */
export function formToward(workspace: Workspace, wish: Wish): Wish | null {
  if (workspace.stage === 'merged') return null;
  const step = CHAIN.find((one) => wishOf(one) === wish);
  if (step === undefined) return notesOf(workspace).some((kind) => kind === wish) ? wish : null;
  const missing = missingOf(workspace, step);
  if (missing.length === 0) return wish;
  const before = missing.map(({ code }) => BEFORE[wish]?.[code]);
  const [first] = before;
  return first !== undefined && before.every((one) => one !== undefined) ? formToward(workspace, first) : null;
}
