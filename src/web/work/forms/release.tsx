import {
  ChannelField,
  ChoiceField,
  ElementsField,
  LineField,
  LinkField,
  ListField,
  OfficialField,
  TimeField,
  YesField,
} from '../form-fields.js';
import { DraftField } from './decisions.js';
import type { FormProps } from './form-props.js';

export function ReleaseForm({ workspace }: FormProps) {
  return (
    <>
      <ListField name="channels" least={1} first={{ channel: 'weibo' }}>
        {(at) => (
          <>
            <ChannelField name={[at, 'channel']} />
            <LinkField name={[at, 'link']} required />
            <TimeField name={[at, 'publishedAt']} required />
            <LineField name={[at, 'account']} />
          </>
        )}
      </ListField>
      <ChoiceField name="kind" required />
      <LineField name="title" required />
      <DraftField workspace={workspace} none />
      <ElementsField />
      <OfficialField name="spokesperson" required={false} />
      <YesField name="headSpoke" />
    </>
  );
}
