import { useTranslation } from 'react-i18next';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { BureauField, LevelField, ReasonField } from './fields.js';

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

export function DismissDialog(props: DialogProps) {
  const { t } = useTranslation();
  return (
    <ActionDialog<Reasoned>
      {...props}
      act="dismiss"
      title={t('action.dismiss')}
      hint={t('action.dismissHint')}
      ok={t('action.dismiss')}
      danger
      body={({ reason }) => ({ version: props.incident.version, reason: filled(reason) })}
    >
      <ReasonField required />
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

export function AssignDialog(props: DialogProps) {
  const { t } = useTranslation();
  const { version, lead, co } = props.incident;
  return (
    <ActionDialog<Reasoned & { lead: string; co: string[] }>
      {...props}
      act="assign"
      title={t('action.assign')}
      hint={t('action.assignHint')}
      ok={t('action.assign')}
      initial={{ lead, co }}
      body={(values) => ({ version, lead: values.lead, co: values.co, reason: filled(values.reason) })}
    >
      <BureauField name="lead" label={t('action.lead')} />
      <BureauField name="co" label={t('action.co')} several />
      <ReasonField required={false} />
    </ActionDialog>
  );
}
