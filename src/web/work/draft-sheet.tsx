import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { Papers } from '../../contract/records/papers.js';
import type { CaseRecord, Workspace } from '../../contract/records/record.js';
import { usePerson } from '../session/person.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { Restored } from '../unsent/restored.js';
import { useUnsent } from '../unsent/use-unsent.js';
import { usePersonName } from '../words/person-name.js';
import { recordWord } from '../words/record-words.js';
import { DraftDifference } from './draft-difference.js';
import { DraftVersions } from './draft-versions.js';
import { ChoiceField, ElementsField, LineField } from './form-fields.js';
import { NO_ELEMENTS } from './initial-values.js';
import { draftsOf, textOf } from './standing.js';
import { Elements, Templates } from './templates.js';
import { useEditing } from './use-editing.js';
import { useRecord } from './use-record.js';
import { useWorkWords } from './work-words.js';

interface DraftSheetProps {
  incident: Pick<IncidentView, 'id' | 'title'>;
  workspace: Workspace;
  onClose: () => void;
}

interface DraftValues {
  kind: string;
  title: string;
  text: string;
  elements: typeof NO_ELEMENTS;
}

function Others({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const me = usePerson();
  const nameOf = usePersonName();
  const names = workspace.editing
    .filter(({ accountId }) => accountId !== me.id)
    .map(({ accountId }) => nameOf(accountId));
  return (
    <p className="work-others" role="status">
      {names.length > 0 && t('work.draft.others', { names: names.join(t('list.comma')) })}
    </p>
  );
}

/** Somebody was faster: his text, what differs, and one's own still in the form below. */
function Clash({ newest, onTake }: { newest: CaseRecord; onTake: () => void }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const own = Form.useWatch<string | undefined>('text') ?? '';
  return (
    <section className="work-clash" role="alert">
      <b>{t('work.draft.clash', { no: newest.no, who: nameOf(newest.madeBy) })}</b>
      <p>{t('work.draft.clashHint')}</p>
      <DraftDifference before={textOf(newest)} after={own} label={t('work.draft.own')} />
      <Button onClick={onTake}>{t('work.draft.take', { no: newest.no })}</Button>
    </section>
  );
}

function TextField({ papers, onTemplate }: { papers: Papers; onTemplate: (text: string) => void }) {
  const { t } = useTranslation();
  const { field } = useWorkWords();
  return (
    <>
      <Form.Item
        name="text"
        label={field('text')}
        rules={[{ required: true, whitespace: true, message: t('action.required') }]}
      >
        <Input.TextArea className="work-words work-draft" maxLength={20_000} />
      </Form.Item>
      <Templates papers={papers} onTemplate={onTemplate} />
      <Elements papers={papers} />
    </>
  );
}

/** The text: the newest version to write on. It is kept as a new one; a text written on an older one is never lost. */
export function DraftSheet({ incident, workspace, onClose }: DraftSheetProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<DraftValues>();
  const drafts = draftsOf(workspace);
  const newest = drafts[0];
  const unsent = useUnsent<DraftValues & { base: number }>(form, incident.id, 'draft');
  // A text that was begun on an older version stands against it: nobody's words are written over.
  const [base, setBase] = useState(unsent.kept?.base ?? newest?.no ?? 0);
  const record = useRecord(incident.id, 'records/draft', () => {
    unsent.forget();
    onClose();
  });
  useEditing(incident.id);
  const overtaken = newest !== undefined && newest.no > base && !record.isPending;
  const { kind = 'situation', title = incident.title, text = '', elements = NO_ELEMENTS } = newest?.body ?? {};
  const discard = () => {
    setBase(newest?.no ?? 0);
    unsent.discard();
  };
  const take = (no: number) => {
    setBase(no);
    unsent.keep({ ...form.getFieldsValue(), base: no });
  };
  const begin = (words: string) => {
    form.setFieldValue('text', words);
    unsent.keep({ ...form.getFieldsValue(), text: words, base });
  };
  return (
    <Sheet title={recordWord('draft', t)} subject={incident.title} hint={t('work.hint.draft')} wide onClose={onClose}>
      <Form<DraftValues>
        form={form}
        name="record"
        layout="vertical"
        requiredMark={false}
        initialValues={unsent.kept ?? { kind, title, text, elements }}
        onValuesChange={(_, all) => unsent.keep({ ...all, base })}
        onFinish={(values) => record.mutate({ body: { ...values, base } })}
      >
        <Restored kept={unsent.kept} onDiscard={discard} />
        <p className="quiet">{base === 0 ? t('work.draft.first') : t('work.draft.base', { no: base })}</p>
        <Others workspace={workspace} />
        {overtaken && <Clash newest={newest} onTake={() => take(newest.no)} />}
        <ChoiceField name="kind" required />
        <LineField name="title" required />
        <TextField papers={workspace.papers} onTemplate={begin} />
        <ElementsField />
        <DraftVersions drafts={drafts} />
        <SheetEnd
          ok={t('work.keep')}
          onClose={onClose}
          pending={record.isPending}
          disabled={overtaken}
          refusal={record.refusal}
        />
      </Form>
    </Sheet>
  );
}
