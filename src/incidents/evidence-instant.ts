import { UnprocessableEntityException } from '@nestjs/common';
import { HOUR } from '../domain/clocks/deadlines.js';
import type { EvidenceForm } from '../domain/clocks/policy.js';
import type { Incident } from './incident.entity.js';
import type { MoveScene } from './moves.js';
import { refusedAttempt } from './refused-attempt.js';

/** What a person states has been published or held. `at`: publication of a statement, beginning of a conference. */
export interface StatedEvidence {
  form: EvidenceForm;
  at: Date;
  channel: string | null;
  url: string | null;
  title: string | null;
  place: string | null;
  /** The stored copy of what our own channel published. */
  copy?: { articleId: string; sha256: string | null };
}

/** @throws RefusedAttempt where nothing can have been published at this instant */
export function refuseImpossible(scene: MoveScene, { form, at }: Pick<StatedEvidence, 'form' | 'at'>): void {
  const refuse = (words: string) =>
    refusedAttempt(scene, 'impossible_evidence', new UnprocessableEntityException(words), { form, at });
  if (at > scene.now) {
    throw refuse('时间在将来:只登记已经发布、已经举行的 · the time lies in the future: record only what has happened');
  }
  if (at < earliestPossible(scene.incident)) {
    throw refuse('时间早于事件本身,请核对年月日 · the time is before the event itself: check the date');
  }
}

/** The office may be first with the news, but not a day before the clock's start. */
export function earliestPossible({ occurredAt, clockStartAt }: Pick<Incident, 'occurredAt' | 'clockStartAt'>): Date {
  return occurredAt ?? new Date(clockStartAt.getTime() - 24 * HOUR);
}
