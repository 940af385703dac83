import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';

interface DayFieldProps {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Name of the field that may not lie later. */
  after?: string;
}

/** A day as the browser picks it; typed or chosen, YYYY-MM-DD. */
export function DayField({ name, label, hint, required = false, after }: DayFieldProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      dependencies={after === undefined ? [] : [after]}
      rules={[
        { required, pattern: /^\d{4}-\d\d-\d\d$/, message: t('document.dayBad') },
        ({ getFieldValue }) => ({
          validator: (_: unknown, value: string | undefined): Promise<void> => {
            const begin: unknown = after === undefined ? undefined : getFieldValue(after);
            const early = typeof begin === 'string' && begin !== '' && Boolean(value) && (value ?? '') < begin;
            return early ? Promise.reject(new Error(t('document.ends'))) : Promise.resolve();
          },
        }),
      ]}
    >
      <Input type="date" min="1949-10-01" max="2999-12-31" />
    </Form.Item>
  );
}
