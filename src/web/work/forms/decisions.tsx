import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { BureauField } from '../../incident/fields.js';
import { ChoiceField, OfficialField, WordsField } from '../form-fields.js';
import { SignChain } from '../sign-chain.js';
import { draftsOf } from '../standing.js';
import { Gaps } from '../templates.js';
import { useWorkWords } from '../work-words.js';
import type { FormProps } from './form-props.js';

/** Which version, with its text in sight: nobody decides on what he has not read. */
export function DraftField({ workspace, none = false }: Pick<FormProps, 'workspace'> & { none?: boolean }) {
  const { t } = useTranslation();
  const { field } = useWorkWords();
  const drafts = draftsOf(workspace);
  const options = drafts.map(({ no, body }) => ({
    value: no,
    label: `${t('work.nth', { no })} ${String(body.title)}`,
  }));
  const chosen = Form.useWatch<number | undefined>('draft');
  const text = drafts.find(({ no }) => no === chosen)?.body.text;
  return (
    <>
      <Form.Item name="draft" label={field('draft')} rules={[{ required: true, message: t('action.required') }]}>
        <Select options={none ? [...options, { value: 0, label: t('work.unknownDraft') }] : options} />
      </Form.Item>
      {typeof text === 'string' && (
        <blockquote className="work-text" tabIndex={0} aria-label={field('text')}>
          {text}
        </blockquote>
      )}
      <Gaps text={typeof text === 'string' ? text : ''} />
    </>
  );
}

export function SecrecyReviewForm({ workspace }: FormProps) {
  return (
    <>
      <DraftField workspace={workspace} />
      <ChoiceField name="result" required />
      <WordsField name="opinion" />
      <OfficialField name="reviewer" />
    </>
  );
}

export function CoSignForm({ workspace }: FormProps) {
  const { field } = useWorkWords();
  return (
    <>
      <DraftField workspace={workspace} />
      <BureauField name="unit" label={field('unit')} />
      <ChoiceField name="result" required />
      <WordsField name="opinion" />
      <OfficialField name="signer" />
    </>
  );
}

export function SignOffForm({ workspace }: FormProps) {
  return (
    <>
      <SignChain signOff={workspace.signOff} />
      <DraftField workspace={workspace} />
      <ChoiceField name="result" required />
      <WordsField name="opinion" />
      <OfficialField name="signer" />
    </>
  );
}
