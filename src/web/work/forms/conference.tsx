import {
  LineField,
  LinkField,
  ListField,
  OfficialField,
  OfficialFields,
  TimeField,
  WordsField,
  YesField,
} from '../form-fields.js';

export function ConferenceForm() {
  return (
    <>
      <TimeField name="startedAt" required />
      <LineField name="place" required />
      <LineField name="topic" required />
      <OfficialField name="host" />
      <ListField name="speakers" least={1}>
        {(at) => <OfficialFields at={[at]} />}
      </ListField>
      <YesField name="headOrSpokesperson" />
      <TimeField name="endedAt" />
      <LineField name="approval" />
      <ListField name="questions">
        {(at) => (
          <>
            <LineField name={[at, 'outlet']} />
            <WordsField name={[at, 'question']} required />
            <WordsField name={[at, 'answer']} />
          </>
        )}
      </ListField>
      <LinkField name="link" />
      <LinkField name="transcript" />
    </>
  );
}
