import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardStore } from '../board/board-context.js';
import { fromField } from '../clock/beijing.js';
import { channelKeys } from '../incident/channels.js';
import { choicesOf, useWorkWords, type ChoiceName } from './work-words.js';

/** A minute of grace: "now" must not count as the future. */
const GRACE_MS = 60_000;
/** So many choices stand side by side; more are folded. */
const SIDE_BY_SIDE = 4;

export type Path = string | (string | number)[];
const last = (path: Path): string => (typeof path === 'string' ? path : String(path.at(-1)));

interface FieldProps {
  name: Path;
  required?: boolean;
}

function useField(name: Path, required: boolean) {
  const { t } = useTranslation();
  const words = useWorkWords();
  const rules = required ? [{ required: true, whitespace: true, message: t('action.required') }] : [];
  return { name, label: words.field(last(name)), rules };
}

export function LineField({ name, required = false }: FieldProps) {
  return (
    <Form.Item {...useField(name, required)}>
      <Input maxLength={200} />
    </Form.Item>
  );
}

export function WordsField({ name, required = false }: FieldProps) {
  return (
    <Form.Item {...useField(name, required)}>
      <Input.TextArea className="work-words" maxLength={5000} />
    </Form.Item>
  );
}

export function LinkField({ name, required = false }: FieldProps) {
  const { t } = useTranslation();
  const { rules, ...field } = useField(name, required);
  return (
    <Form.Item {...field} rules={[...rules, { pattern: /^\s*https?:\/\/\S+\s*$/, message: t('action.urlBad') }]}>
      <Input type="url" inputMode="url" placeholder="https://" maxLength={2000} />
    </Form.Item>
  );
}

/** An instant typed as 北京时间, to the second where that is asked. `ahead`: it may lie in the future. */
export function TimeField({ name, required = false, ahead = false }: FieldProps & { ahead?: boolean }) {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const { label } = useField(name, required);
  const check = (_: unknown, value: string | undefined): Promise<void> => {
    if (!value && !required) return Promise.resolve();
    const instant = fromField(value ?? '');
    if (instant === null) return Promise.reject(new Error(t('action.timeBad')));
    const early = !ahead && Date.parse(instant) > clock.now() + GRACE_MS;
    return early ? Promise.reject(new Error(t('action.timeFuture'))) : Promise.resolve();
  };
  return (
    <Form.Item name={name} label={`${label} (${t('time.beijing')})`} rules={[{ validator: check }]}>
      <Input type="datetime-local" step={ahead ? 60 : 1} />
    </Form.Item>
  );
}

export function ChoiceField({ name, required = false, of }: FieldProps & { of?: ChoiceName }) {
  const { choice } = useWorkWords();
  const kind = of ?? (last(name) as ChoiceName);
  const { rules, ...field } = useField(name, required);
  const options = choicesOf(kind).map((value) => ({ value, label: choice(kind, value) }));
  const needed = rules.map(({ message }) => ({ required: true, message }));
  return (
    <Form.Item {...field} rules={needed}>
      {options.length <= SIDE_BY_SIDE && required ? (
        <Radio.Group className="choices" options={options} />
      ) : (
        <Select allowClear={!required} options={options} />
      )}
    </Form.Item>
  );
}

export function ChannelField({ name }: { name: Path }) {
  const { t } = useTranslation();
  const options = channelKeys.map((value) => ({ value, label: t(`action.channels.${value}`) }));
  return (
    <Form.Item {...useField(name, true)}>
      <Select options={options} />
    </Form.Item>
  );
}

export function YesField({ name }: { name: Path }) {
  const { field } = useWorkWords();
  return (
    <Form.Item name={name} valuePropName="checked">
      <Checkbox>{field(last(name))}</Checkbox>
    </Form.Item>
  );
}

export function CountField({ name }: { name: Path }) {
  const { field } = useWorkWords();
  return (
    <Form.Item name={name} label={field(last(name))}>
      <InputNumber min={0} max={100_000} precision={0} />
    </Form.Item>
  );
}

/** 事实真相、政策措施、处置结果. */
export function ElementsField() {
  const { field, choice } = useWorkWords();
  return (
    <fieldset className="work-row">
      <legend>{field('elements')}</legend>
      <div className="choices">
        {choicesOf('elements').map((name) => (
          <Form.Item key={name} name={['elements', name]} valuePropName="checked" noStyle>
            <Checkbox>{choice('elements', name)}</Checkbox>
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}

/** Name, post and unit of somebody, within a row of its own. */
export function OfficialFields({ at, required = true }: { at: (string | number)[]; required?: boolean }) {
  return (
    <div className="work-official">
      <LineField name={[...at, 'name']} required={required} />
      <LineField name={[...at, 'post']} />
      <LineField name={[...at, 'unit']} />
    </div>
  );
}

export function OfficialField({ name, required = true }: { name: string; required?: boolean }) {
  const { field } = useWorkWords();
  return (
    <fieldset className="work-row">
      <legend>{field(name)}</legend>
      <OfficialFields at={[name]} required={required} />
    </fieldset>
  );
}

interface ListFieldProps {
  name: string;
  /** The first of its rows cannot be taken away. */
  least?: number;
  first?: object;
  children: (at: number) => ReactNode;
}

/** Rows of the same fields, as many as are needed. */
export function ListField({ name, least = 0, first = {}, children }: ListFieldProps) {
  const { t } = useTranslation();
  const { field } = useWorkWords();
  const nameOf = (n: number) => t('work.row', { name: field(name), n: n + 1 });
  return (
    <Form.List name={name}>
      {(rows, { add, remove }, { errors }) => (
        <div className="work-list">
          {rows.map((row, n) => (
            <fieldset key={row.key} className="work-row">
              <legend>{nameOf(n)}</legend>
              {children(row.name)}
              {rows.length > least && (
                <Button size="small" aria-label={`${t('work.remove')} ${nameOf(n)}`} onClick={() => remove(row.name)}>
                  {t('work.remove')}
                </Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add(first)}>
            {t('work.add')} {field(name)}
          </Button>
          <Form.ErrorList errors={errors} />
        </div>
      )}
    </Form.List>
  );
}
