import { useTranslation } from 'react-i18next';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { ReasonField } from './fields.js';

/** 结束持续发布, with the reason. */
export function EndDialog(props: DialogProps) {
  const { t } = useTranslation();
  return (
    <ActionDialog<{ reason: string }>
      {...props}
      act="follow-up/end"
      title={t('followUp.end')}
      hint={t('followUp.endHint')}
      ok={t('followUp.end')}
      body={({ reason }) => ({ version: props.incident.version, reason })}
    >
      <ReasonField required />
    </ActionDialog>
  );
}
