import { useQuery } from '@tanstack/react-query';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bureausQuery } from '../api/queries.js';
import { useBoardStore } from '../board/board-context.js';
import { fromField } from '../clock/beijing.js';
import { LEVELS } from '../../domain/level.js';
import { LevelWord } from '../marks/level-word.js';
import { useBureauName } from '../words/bureau-name.js';

/** A minute of grace: the field has no seconds, and "now" must not count as the future. */
const GRACE_MS = 60_000;

interface NamedField {
  name: string;
  label: string;
}

/** An instant typed as 北京时间, whatever the machine's zone; a time in the future is refused. `seconds`: it is known as exactly. */
export function BeijingField({
  name,
  label,
  required = false,
  seconds = false,
}: NamedField & { required?: boolean; seconds?: boolean }) {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const check = (_: unknown, value: string | undefined): Promise<void> => {
    if (!value && !required) return Promise.resolve();
    const instant = fromField(value ?? '');
    if (instant === null) return Promise.reject(new Error(t('action.timeBad')));
    const future = Date.parse(instant) > clock.now() + GRACE_MS;
    return future ? Promise.reject(new Error(t('action.timeFuture'))) : Promise.resolve();
  };
  return (
    <Form.Item
      name={name}
      label={`${label} (${t('time.beijing')})`}
      extra={t('time.fieldHint')}
      rules={[{ validator: check }]}
    >
      <Input type="datetime-local" step={seconds ? 1 : 60} />
    </Form.Item>
  );
}

interface ReasonFieldProps {
  required: boolean;
  name?: string;
  /** Typing begins here when the sheet opens. */
  first?: boolean;
}

export function ReasonField({ required, name = 'reason', first = false }: ReasonFieldProps) {
  const { t } = useTranslation();
  const rules = required ? [{ required: true, whitespace: true, min: 2, message: t('action.reasonShort') }] : [];
  return (
    <Form.Item name={name} label={required ? t('action.reason') : t('action.optionalReason')} rules={rules}>
      <Input.TextArea rows={3} maxLength={2000} data-first={first || undefined} />
    </Form.Item>
  );
}

export function UrlField({ label, required }: { label: string; required: boolean }) {
  const { t } = useTranslation();
  const rules = [
    { required, message: t('action.required') },
    { pattern: /^\s*https?:\/\/\S+\s*$/, message: t('action.urlBad') },
  ];
  return (
    <Form.Item name="url" label={label} rules={rules}>
      <Input type="url" inputMode="url" placeholder="https://" maxLength={2000} />
    </Form.Item>
  );
}

export function LevelField({ none = false }: { none?: boolean }) {
  const { t } = useTranslation();
  const options: { value: string; label: ReactNode }[] = LEVELS.map((level) => ({
    value: level,
    label: <LevelWord level={level} />,
  }));
  if (none) options.push({ value: 'none', label: <span>{t('openByHand.levelNone')}</span> });
  return (
    <Form.Item name="level" label={t('action.level')} rules={[{ required: true, message: t('action.required') }]}>
      <Radio.Group className="choices" options={options} />
    </Form.Item>
  );
}

interface BureauFieldProps extends NamedField {
  several?: boolean;
  placeholder?: string;
  required?: boolean;
}

/** One bureau, or up to five that join in. */
export function BureauField({ name, label, several = false, placeholder, required = !several }: BureauFieldProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(bureausQuery);
  const options = data.map(({ code, nameZh, nameEn }) => ({
    value: code,
    label: i18n.language === 'en' ? nameEn : nameZh,
  }));
  const rules = required ? [{ required: true, message: t('action.required') }] : [];
  const search = { optionFilterProp: 'label' };
  const nameOf = useBureauName();
  /** A unit that has ended is offered no more, but keeps its name where it was chosen. */
  const labelRender = ({ label, value }: { label?: ReactNode; value?: string | number }) => label ?? nameOf(`${value}`);
  const shared = { options, showSearch: search, placeholder, labelRender };
  return (
    <Form.Item name={name} label={label} rules={rules}>
      {several ? <Select mode="multiple" maxCount={5} {...shared} /> : <Select allowClear={!required} {...shared} />}
    </Form.Item>
  );
}
