import type { RecordBody } from '../contract/records/record.js';
import { afterReturn, stageAfter, type StepName } from '../domain/lifecycle/lifecycle.js';
import type { CaseFacts } from '../domain/lifecycle/case-facts.js';
import type { RecordKind } from '../domain/lifecycle/record-kind.js';
import type { Where } from '../domain/lifecycle/stage.js';

const STEP_OF: Record<RecordKind, StepName> = {
  consultation: 'consult',
  assessment: 'assess',
  transfer_order: 'assign',
  draft: 'draft',
  secrecy_review: 'review',
  co_sign: 'co_sign',
  sign_off: 'sign',
  release: 'release',
  conference: 'note',
  urging: 'note',
  liaison: 'note',
  refutation: 'note',
  instruction: 'note',
  promise: 'note',
  miss_reason: 'note',
  evaluation: 'evaluate',
};

const isReturned = (kind: RecordKind, body: object): boolean =>
  (kind === 'secrecy_review' || kind === 'sign_off') && (body as RecordBody<'sign_off'>).result === 'returned';

/** Which step of the lifecycle a record is. Sending a draft back needs no more than a draft. */
export function stepOf(kind: RecordKind, body: object): StepName {
  return isReturned(kind, body) ? 'review' : STEP_OF[kind];
}

/** Where the case stands once the record is made. @param after the facts then */
export function stageOnRecord(kind: RecordKind, body: object, facts: CaseFacts, after: CaseFacts): Where {
  if (isReturned(kind, body)) return afterReturn(facts.stage);
  if (kind === 'sign_off' && after.signaturesLeft > 0) return stageAfter('review', facts.stage);
  if (kind === 'release') return stageOnRelease(facts, after);
  return stageAfter(STEP_OF[kind], facts.stage);
}

/** What stood on record already is no further release, and what no official channel carried is none at all. */
function stageOnRelease({ stage, releases: before }: CaseFacts, { releases }: CaseFacts): Where {
  if (releases === 0) return stage;
  return stageAfter(before > 0 && releases > before ? 'follow_up' : 'release', stage);
}
