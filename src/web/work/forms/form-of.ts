import type { ComponentType } from 'react';
import type { RecordKind } from '../../../domain/lifecycle/record-kind.js';
import { AssessmentForm } from './assessment.js';
import { ConferenceForm } from './conference.js';
import { ConsultationForm } from './consultation.js';
import { CoSignForm, SecrecyReviewForm, SignOffForm } from './decisions.js';
import type { FormProps } from './form-props.js';
import * as notes from './notes.js';
import { ReleaseForm } from './release.js';
import { TransferOrderForm } from './transfer-order.js';

/** The fields of each kind of record. The text itself has an editor of its own. */
export const FORM_OF: Record<Exclude<RecordKind, 'draft'>, ComponentType<FormProps>> = {
  consultation: ConsultationForm,
  assessment: AssessmentForm,
  transfer_order: TransferOrderForm,
  secrecy_review: SecrecyReviewForm,
  co_sign: CoSignForm,
  sign_off: SignOffForm,
  release: ReleaseForm,
  conference: ConferenceForm,
  urging: notes.UrgingForm,
  liaison: notes.LiaisonForm,
  refutation: notes.RefutationForm,
  instruction: notes.InstructionForm,
  promise: notes.PromiseForm,
  miss_reason: notes.MissReasonForm,
  evaluation: notes.EvaluationForm,
};
