import { useTranslation } from 'react-i18next';
import type { ClockKind } from '../../contract/clock.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { ReasonField } from './fields.js';

/** 申请免除: the clock runs on until leadership has decided. */
export function WaiveDialog({ kind, ...props }: DialogProps & { kind: ClockKind }) {
  const { t } = useTranslation();
  return (
    <ActionDialog<{ reason: string }>
      {...props}
      act={`clocks/${kind}/waiver`}
      title={t('secondPerson.waiveFor', { clock: t(`clock.kind.${kind}`) })}
      hint={t('secondPerson.waiveHint')}
      ok={t('action.submit')}
      body={({ reason }) => ({ version: props.incident.version, reason })}
    >
      <ReasonField required />
    </ActionDialog>
  );
}
