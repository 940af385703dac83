import { ChoiceField, TimeField, WordsField, YesField } from '../form-fields.js';

export function AssessmentForm() {
  return (
    <>
      <WordsField name="nature" required />
      <ChoiceField name="disposition" required />
      <YesField name="answer" />
      <WordsField name="reason" />
      <TimeField name="answerBy" ahead />
      <ChoiceField name="priority" />
      <WordsField name="trend" />
      <WordsField name="risk" />
      <WordsField name="advice" />
    </>
  );
}
