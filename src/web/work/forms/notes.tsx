import { BureauField } from '../../incident/fields.js';
import {
  ChoiceField,
  CountField,
  LineField,
  LinkField,
  OfficialField,
  TimeField,
  WordsField,
  YesField,
} from '../form-fields.js';
import { useWorkWords } from '../work-words.js';

export function UrgingForm() {
  const { field } = useWorkWords();
  return (
    <>
      <BureauField name="unit" label={field('unit')} />
      <WordsField name="demand" required />
      <ChoiceField name="by" required />
    </>
  );
}

export function LiaisonForm() {
  return (
    <>
      <ChoiceField name="counterpart" required />
      <LineField name="unit" required />
      <LineField name="person" />
      <ChoiceField name="by" required />
      <TimeField name="at" required />
      <WordsField name="content" required />
      <WordsField name="result" />
    </>
  );
}

export function RefutationForm() {
  return (
    <>
      <WordsField name="rumour" required />
      <WordsField name="facts" required />
      <LinkField name="link" />
      <ChoiceField name="referredTo" required />
      <TimeField name="referredAt" />
    </>
  );
}

export function InstructionForm() {
  return (
    <>
      <OfficialField name="leader" />
      <TimeField name="at" required />
      <WordsField name="text" required />
      <WordsField name="followUp" />
    </>
  );
}

export function PromiseForm() {
  const { field } = useWorkWords();
  return (
    <>
      <WordsField name="text" required />
      <BureauField name="unit" label={field('unit')} />
      <TimeField name="dueAt" required ahead />
      <TimeField name="keptAt" />
    </>
  );
}

export function MissReasonForm() {
  return (
    <>
      <ChoiceField name="clock" required />
      <WordsField name="reason" required />
      <WordsField name="remedy" />
    </>
  );
}

export function EvaluationForm() {
  return (
    <>
      <WordsField name="effect" required />
      <CountField name="questionsAsked" />
      <CountField name="questionsAnswered" />
      <YesField name="secondary" />
      <WordsField name="lessons" />
    </>
  );
}
