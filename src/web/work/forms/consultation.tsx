import { ChoiceField, LineField, ListField, OfficialFields, TimeField, WordsField } from '../form-fields.js';

export function ConsultationForm() {
  return (
    <>
      <TimeField name="heldAt" required />
      <ChoiceField name="form" required />
      <ListField name="participants" least={1}>
        {(at) => <OfficialFields at={[at]} />}
      </ListField>
      <WordsField name="agreedLine" required />
      <WordsField name="known" />
      <WordsField name="unknown" />
      <WordsField name="views" />
      <WordsField name="dissent" />
      <ListField name="tasks">
        {(at) => (
          <>
            <LineField name={[at, 'unit']} required />
            <LineField name={[at, 'task']} required />
            <TimeField name={[at, 'dueAt']} ahead />
          </>
        )}
      </ListField>
      <LineField name="noteTaker" />
    </>
  );
}
