import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { fromField, toFieldSeconds } from '../clock/beijing.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { BeijingField, ReasonField, UrlField } from './fields.js';
import type { Recorded } from './recorded.js';

interface EvidenceDialogProps extends DialogProps {
  evidence: Recorded;
}

interface Corrected {
  at: string;
  url?: string;
  place?: string;
  reason: string;
}

/** 更正: when it was really published or begun, and where it is found. */
export function CorrectDialog({ evidence, ...props }: EvidenceDialogProps) {
  const { t } = useTranslation();
  const { id, at, url, place } = evidence;
  const shown = toFieldSeconds(Date.parse(at));
  return (
    <ActionDialog<Corrected>
      {...props}
      act={`evidence/${id}/correction`}
      title={t('correction.correctTitle')}
      hint={t('correction.correctHint')}
      ok={t('correction.correct')}
      initial={{ at: shown, url: url ?? undefined, place: place ?? undefined }}
      body={(values) => ({
        version: props.incident.version,
        // The field knows whole seconds: an instant that is known more exactly stays unless it is changed.
        at: values.at === shown ? at : fromField(values.at),
        url: values.url?.trim() ? values.url.trim() : undefined,
        place: values.place?.trim() ? values.place.trim() : undefined,
        reason: values.reason,
      })}
    >
      <BeijingField name="at" label={t(place === null ? 'action.publishedAt' : 'action.startedAt')} required seconds />
      <UrlField required={place === null} label={t(place === null ? 'action.url' : 'action.optionalUrl')} />
      {place !== null && (
        <Form.Item name="place" label={t('action.place')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <ReasonField required />
    </ActionDialog>
  );
}

/** 撤回: it was never published, or taken back; the conference was not held. */
export function WithdrawDialog({ evidence, ...props }: EvidenceDialogProps) {
  const { t } = useTranslation();
  return (
    <ActionDialog<{ reason: string }>
      {...props}
      act={`evidence/${evidence.id}/withdrawal`}
      title={t('correction.withdrawTitle')}
      hint={t('correction.withdrawHint')}
      ok={t('correction.withdraw')}
      danger
      body={({ reason }) => ({ version: props.incident.version, reason })}
    >
      <ReasonField required />
    </ActionDialog>
  );
}
