import type { HttpException } from '@nestjs/common';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';

/** What was tried and is not allowed. Nothing of it stands but a row of the journal; whoever tried it gets `answer`. */
export class RefusedAttempt extends Error {
  constructor(
    readonly row: JournalRow,
    readonly answer: HttpException,
  ) {
    super(answer.message);
  }
}

/** Attempts by their names in the journal. */
export type Attempt =
  'own_request' | 'not_entitled' | 'changed_since' | 'impossible_start' | 'impossible_evidence' | 'waiver';

export function refusedAttempt(
  { incident, actor }: { incident: Incident; actor: { id: string } },
  attempt: Attempt,
  answer: HttpException,
  told: Record<string, unknown> = {},
): RefusedAttempt {
  const data = { attempt, why: answer.message.slice(0, 300), ...told };
  return new RefusedAttempt({ kind: 'attempt.refused', incidentId: incident.id, actor: actor.id, data }, answer);
}
