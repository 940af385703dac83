import Form from 'antd/es/form';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { CaseRecord, Workspace } from '../../contract/records/record.js';
import type { RecordKind } from '../../domain/lifecycle/record-kind.js';
import { useBoardStore } from '../board/board-context.js';
import { ReasonField } from '../incident/fields.js';
import { usePerson } from '../session/person.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { recordWord } from '../words/record-words.js';
import { bodyOf, valuesOf } from './form-values.js';
import { FORM_OF } from './forms/form-of.js';
import { initialOf } from './initial-values.js';
import { useRecord } from './use-record.js';

export interface RecordSheetProps {
  incident: IncidentView;
  workspace: Workspace;
  kind: Exclude<RecordKind, 'draft'>;
  /** The record it is to stand for; null: a new one. */
  corrects: CaseRecord | null;
  onClose: () => void;
}

type Values = Record<string, unknown>;
const pathOf = (path: string): (string | number)[] =>
  path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The reason of a correction stands apart from a field of that name in the record. */
const WHY = 'correctionReason';

/** The form of one kind of record; the faults the server finds stand at their fields. */
export function RecordSheet({ incident, workspace, kind, corrects, onClose }: RecordSheetProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { clock } = useBoardStore();
  const me = usePerson();
  const record = useRecord(incident.id, `records/${kind}`, onClose);
  const Fields = FORM_OF[kind];
  useEffect(() => {
    form.setFields(record.faults.map(({ path, message }) => ({ name: pathOf(path), errors: [message] })));
  }, [form, record.faults]);
  const submit = ({ [WHY]: reason, ...values }: Values) =>
    record.mutate({ body: bodyOf(values), ...(corrects && { supersedes: corrects.id, reason }) });
  const initial = () => initialOf(kind, { incident, workspace, me, now: clock.now() });
  return (
    <Sheet
      title={corrects ? t('work.correctTitle', { kind: recordWord(kind, t) }) : recordWord(kind, t)}
      subject={incident.title}
      hint={corrects ? t('work.correctHint') : t(`work.hint.${kind}`)}
      onClose={onClose}
    >
      <Form<Values>
        form={form}
        name="record"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={corrects ? valuesOf(corrects.body) : initial()}
        onFinish={submit}
      >
        <Fields workspace={workspace} />
        {corrects && <ReasonField required name={WHY} />}
        <SheetEnd ok={t('work.keep')} onClose={onClose} pending={record.isPending} refusal={record.refusal} />
      </Form>
    </Sheet>
  );
}
