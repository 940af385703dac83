import type { JournalLine } from '../../contract/incident.js';
import type { NotSent } from '../../contract/notice.js';
import { PRESS_OFFICE } from '../../domain/press-office.js';

/** As the journal names it: `recipient` is an account's id or the code of a shared mailbox. */
export type Missed = Omit<NotSent, 'name' | 'unit'> & { recipient: string };

/** The notices of a case that could not be made, newest first: the journal is where they stand. */
export function notSentOf(journal: readonly JournalLine[]): Missed[] {
  return journal.flatMap(missedIn).reverse();
}

function missedIn({ seq, at, kind, data }: JournalLine): Missed[] {
  if (kind === 'duty.nobody') return [{ seq, at, recipient: PRESS_OFFICE, reason: 'nobody_on_duty', why: null }];
  const unreached: unknown = kind === 'threshold.fired' ? data['unreached'] : null;
  if (!Array.isArray(unreached)) return [];
  return (unreached as { recipient: string; why: string }[]).map(({ recipient, why }) => ({
    ...{ seq, at, recipient, why },
    reason: 'no_way',
  }));
}
