import type { Right } from '../rights.js';
import type { RecordKind } from './record-kind.js';

/** Who may put what on record: what the press office coordinates, what the bureau answers, and the decisions on its text. */
export const RECORD_RIGHTS: Record<RecordKind, Right> = {
  consultation: 'record.coordinate',
  assessment: 'record.coordinate',
  transfer_order: 'record.coordinate',
  urging: 'record.coordinate',
  instruction: 'record.coordinate',
  draft: 'record.answer',
  release: 'record.answer',
  conference: 'record.answer',
  liaison: 'record.answer',
  refutation: 'record.answer',
  promise: 'record.answer',
  miss_reason: 'record.answer',
  evaluation: 'record.answer',
  co_sign: 'record.answer',
  secrecy_review: 'record.review',
  sign_off: 'record.sign',
};
