import Form from 'antd/es/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { CaseRecord, Workspace } from '../../contract/records/record.js';
import type { RecordKind } from '../../domain/lifecycle/record-kind.js';
import { useBoardStore } from '../board/board-context.js';
import { ReasonField } from '../incident/fields.js';
import { useMay, usePerson } from '../session/person.js';
import { Sheet, SheetEnd } from '../shell/sheet.js';
import { Restored } from '../unsent/restored.js';
import { useUnsent } from '../unsent/use-unsent.js';
import { recordWord } from '../words/record-words.js';
import { bodyOf, valuesOf } from './form-values.js';
import { FORM_OF } from './forms/form-of.js';
import { initialOf } from './initial-values.js';
import { PickedFiles } from './picked-files.js';
import { useSendFiles } from './send-file.js';
import { useRecord } from './use-record.js';
import type { Wish } from './wish.js';

export interface RecordSheetProps {
  incident: IncidentView;
  workspace: Workspace;
  kind: Exclude<RecordKind, 'draft'>;
  /** The record it is to stand for; null: a new one. */
  corrects: CaseRecord | null;
  /** What the form is filled in for first; null: it is wished for itself. */
  toward: Wish | null;
  onClose: () => void;
  onKept: (workspace: Workspace) => void;
}

type Values = Record<string, unknown>;
const pathOf = (path: string): (string | number)[] =>
  path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The reason of a correction stands apart from a field of that name in the record. */
const WHY = 'correctionReason';

/** Records of what took place or came from outside: there is a picture, a recording or a letter of it. */
const WITH_FILES: readonly RecordKind[] = [
  'consultation',
  'release',
  'conference',
  'liaison',
  'refutation',
  'instruction',
];

/** The record that has just been made: the newest of its kind. */
const madeNow = (workspace: Workspace, kind: RecordKind): CaseRecord | undefined =>
  workspace.records.filter((one) => one.kind === kind).sort((one, other) => other.no - one.no)[0];

/** The form of one kind of record; the faults the server finds stand at their fields. */
export function RecordSheet({ incident, workspace, kind, corrects, toward, onClose, onKept }: RecordSheetProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { clock } = useBoardStore();
  const me = usePerson();
  const unsent = useUnsent<Values>(form, incident.id, corrects ? `${kind} ${corrects.id}` : kind);
  const [files, setFiles] = useState<readonly File[]>([]);
  const mayAttach = useMay('record.answer') && WITH_FILES.includes(kind);
  const sendFiles = useSendFiles(incident.id);
  const record = useRecord(incident.id, `records/${kind}`, (now) => {
    unsent.forget();
    const made = madeNow(now, kind);
    if (made && files.length > 0) void sendFiles(files, made.id);
    onKept(now);
  });
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
      hint={`${toward === 'transfer_order' ? t('work.beforeAssigning') : ''}${corrects ? t('work.correctHint') : t(`work.hint.${kind}`)}`}
      onClose={onClose}
    >
      <Form<Values>
        form={form}
        name="record"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={unsent.kept ?? (corrects ? valuesOf(corrects.body) : initial())}
        onValuesChange={(_, all) => unsent.keep(all)}
        onFinish={submit}
      >
        <Restored kept={unsent.kept} onDiscard={unsent.discard} />
        <Fields workspace={workspace} />
        {mayAttach && <PickedFiles files={files} onChange={setFiles} />}
        {corrects && <ReasonField required name={WHY} />}
        <SheetEnd ok={t('work.keep')} onClose={onClose} pending={record.isPending} refusal={record.refusal} />
      </Form>
    </Sheet>
  );
}
