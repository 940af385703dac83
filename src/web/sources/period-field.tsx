import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { useSay } from '../clock/say.js';
import { lengthWords } from './length.js';
import { secondsOf, UNIT_NAMES, type Unit } from './period.js';

export interface PeriodFilled {
  period: 'learned' | 'set';
  count?: string;
  unit?: Unit;
}

/** What the form says, as the api takes it: null is "as learned". */
export const expectedOf = (given: PeriodFilled): number | null =>
  given.period === 'set' ? secondsOf(Number(given.count), given.unit ?? 'hour') : null;

function LengthField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<PeriodFilled>();
  const units = UNIT_NAMES.map((value) => ({ value, label: t(`source.periodUnit.${value}`) }));
  const check = (): Promise<void> =>
    expectedOf(form.getFieldsValue(true) as PeriodFilled) === null
      ? Promise.reject(new Error(t('source.periodBad')))
      : Promise.resolve();
  return (
    <div className="period-length">
      <Form.Item name="count" dependencies={['unit']} rules={[{ validator: check }]}>
        <Input inputMode="numeric" maxLength={6} aria-label={t('source.periodCount')} />
      </Form.Item>
      <Form.Item name="unit">
        <Select options={units} aria-label={t('source.periodUnitLabel')} />
      </Form.Item>
    </div>
  );
}

/** How often something new is expected: as the system learns it, or as a person says. */
export function PeriodField({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const say = useSay();
  const chosen = Form.useWatch<PeriodFilled['period'] | undefined>('period');
  const { expectedSeconds, expectedIsSet } = source;
  const learned =
    expectedSeconds === null || expectedIsSet
      ? t('source.periodLearned')
      : t('source.periodLearnedNow', { length: lengthWords(expectedSeconds, say) });
  const options = [
    { value: 'learned', label: learned },
    { value: 'set', label: t('source.periodSet') },
  ];
  return (
    <>
      <Form.Item name="period" label={t('source.period')} extra={t('source.periodHint')}>
        <Radio.Group className="choices" options={options} />
      </Form.Item>
      {chosen === 'set' && <LengthField />}
    </>
  );
}
