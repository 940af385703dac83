import Form from 'antd/es/form';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import type { StartProposal } from '../../contract/clock-start.js';
import { fromField, toField } from '../clock/beijing.js';
import { useDay } from '../clock/moment.js';
import { ActionDialog, type DialogProps } from './action-dialog.js';
import { BeijingField, ReasonField } from './fields.js';

interface Filled {
  fact: 'occurred' | 'first_published';
  at: string;
  precision: 'minute' | 'hour';
  reason: string;
}

interface CorrectStartProps extends DialogProps {
  /** What a report says; null: the person states it. */
  proposal: StartProposal | null;
}

/** The precision is asked of an occurrence only. */
function PrecisionField() {
  const { t } = useTranslation();
  const fact: unknown = Form.useWatch('fact');
  if (fact === 'first_published') return null;
  const options = (['minute', 'hour'] as const).map((value) => ({ value, label: t(`clockStart.precisions.${value}`) }));
  return (
    <Form.Item name="precision" label={t('clockStart.precision')}>
      <Radio.Group className="choices" options={options} />
    </Form.Item>
  );
}

/** 更正起算时间: a fact, never a limit. */
export function CorrectStart({ proposal, ...props }: CorrectStartProps) {
  const { t } = useTranslation();
  const day = useDay();
  const { version, clockStartAt } = props.incident;
  const facts = (['occurred', 'first_published'] as const).map((value) => ({
    value,
    label: t(`clockStart.facts.${value}`),
  }));
  const precision = proposal?.precision ?? 'minute';
  const isDay = precision === 'day';
  // A day is no instant: whoever takes it types the hour that was found out.
  const initial: Partial<Filled> = {
    fact: proposal?.basis ?? 'occurred',
    at: isDay ? '' : toField(Date.parse(proposal?.at ?? clockStartAt)),
    precision: isDay ? 'hour' : precision,
  };
  // The field knows minutes only: what a report states to the second is taken as it stands unless it is changed.
  const stated = ({ at }: Filled) => (proposal && at === initial.at ? proposal.at : fromField(at));
  return (
    <ActionDialog<Filled>
      {...props}
      act="clock-start"
      title={t(proposal && !isDay ? 'clockStart.acceptTitle' : 'clockStart.correct')}
      hint={proposal && isDay ? t('clockStart.dayHint', { day: day(proposal.at) }) : t('clockStart.hint')}
      ok={t('action.submit')}
      initial={initial}
      body={(values) => ({
        ...{ version, fact: values.fact, precision: values.precision ?? 'minute', reason: values.reason },
        at: stated(values),
        articleId: proposal?.articleId ?? undefined,
      })}
    >
      <Form.Item name="fact" label={t('clockStart.fact')}>
        <Radio.Group className="choices" options={facts} />
      </Form.Item>
      <BeijingField name="at" label={t('clockStart.at')} required />
      <PrecisionField />
      <ReasonField required />
    </ActionDialog>
  );
}
