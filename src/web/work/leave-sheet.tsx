import { useQueryClient } from '@tanstack/react-query';
import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import type { Workspace } from '../../contract/records/record.js';
import { mayLeaveBy, type WayOut, WAYS_OUT } from '../../domain/lifecycle/way-out.js';
import { useBoardStore } from '../board/board-context.js';
import { fromField } from '../clock/beijing.js';
import { isOpenClock } from '../clock/countdown.js';
import { ActionDialog, type DialogProps } from '../incident/action-dialog.js';
import { ReasonField } from '../incident/fields.js';
import { toSeconds } from './form-values.js';
import { ChoiceField, LineField, TimeField } from './form-fields.js';
import { workspaceKey } from './work-queries.js';

interface Leaving {
  exit: WayOut;
  to: string;
  unit: string;
  number?: string;
  at: string;
  reason: string;
}

/** What the assessment sheet has decided on already. */
const BY_DISPOSITION: Record<string, WayOut> = { MONITOR_ONLY: 'monitor_only', TRANSFER_OUT: 'transferred_out' };

function useDecided(incidentId: string): WayOut | undefined {
  const workspace = useQueryClient().getQueryData<Workspace>(workspaceKey(incidentId));
  const newest = workspace?.records.findLast(({ kind }) => kind === 'assessment');
  return BY_DISPOSITION[String(newest?.body.disposition)];
}

/** Which clocks end, and what goes on. */
function Consequences({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const exit = Form.useWatch<WayOut | undefined>('exit');
  const duties = incident.clocks.filter(isOpenClock).map(({ kind }) => t(`clock.kind.${kind}`));
  if (exit === undefined) return null;
  return (
    <ul className="merge-outcome" aria-live="polite">
      <li>
        {duties.length > 0 ? t('work.leave.ends', { duties: duties.join(t('list.comma')) }) : t('work.leave.none')}
      </li>
      <li>{t(`work.leave.goesOn.${exit}`)}</li>
      <li>{t('work.leave.again')}</li>
    </ul>
  );
}

function HandedToFields() {
  const exit = Form.useWatch<WayOut | undefined>('exit');
  if (exit !== 'transferred_out') return null;
  return (
    <>
      <ChoiceField name="to" of="counterpart" required />
      <LineField name="unit" required />
      <LineField name="number" />
      <TimeField name="at" required />
    </>
  );
}

/** 退出办理: by which exit, where to, why, and what follows from it. */
export function LeaveSheet(props: DialogProps) {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const { id, stage, version } = props.incident;
  const decided = useDecided(id);
  const options = WAYS_OUT.map((value) => ({
    value,
    label: t(`work.leave.way.${value}`),
    disabled: !mayLeaveBy(value, stage),
  }));
  return (
    <ActionDialog<Leaving>
      {...props}
      act="dismiss"
      title={t('action.dismiss')}
      hint={t('action.dismissHint')}
      ok={t('action.dismiss')}
      danger
      initial={{ exit: decided && mayLeaveBy(decided, stage) ? decided : undefined, at: toSeconds(clock.now()) }}
      body={({ exit, reason, to, unit, number, at }) => ({
        ...{ version, exit, reason },
        ...(exit === 'transferred_out' && { handedTo: { to, unit, number, at: fromField(at) } }),
      })}
    >
      <Form.Item name="exit" label={t('work.leave.by')} rules={[{ required: true, message: t('action.required') }]}>
        <Radio.Group className="choices" options={options} />
      </Form.Item>
      <HandedToFields />
      <Consequences incident={props.incident} />
      <ReasonField required />
    </ActionDialog>
  );
}
