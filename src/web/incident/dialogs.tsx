import { useTranslation } from 'react-i18next';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { LevelField, ReasonField } from './fields.js';

/** Leaves out what was not filled in. */
const filled = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined);

interface Reasoned {
  reason?: string;
}

export function ConfirmDialog(props: DialogProps) {
  const { t } = useTranslation();
  return (
    <ActionDialog<Reasoned>
      {...props}
      act="confirm"
      title={t('action.confirm')}
      hint={t('action.confirmHint')}
      ok={t('action.confirm')}
      body={({ reason }) => ({ version: props.incident.version, note: filled(reason) })}
    >
      <ReasonField required={false} />
    </ActionDialog>
  );
}

export function GradeDialog(props: DialogProps) {
  const { t } = useTranslation();
  const { version, level } = props.incident;
  return (
    <ActionDialog<Reasoned & { level: string }>
      {...props}
      act="grade"
      title={t('action.grade')}
      hint={t('action.gradeHint')}
      ok={t('action.submit')}
      initial={level === null ? {} : { level }}
      body={(values) => ({ version, level: values.level, reason: filled(values.reason) })}
    >
      <LevelField />
      <ReasonField required />
    </ActionDialog>
  );
}
