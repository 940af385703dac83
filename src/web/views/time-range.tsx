import Input from 'antd/es/input';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Ends {
  from?: string | undefined;
  to?: string | undefined;
}

interface TimeRangeProps extends Ends {
  /** What the two ends are called here. */
  words: { from: string; to: string };
  narrow: (change: Ends) => void;
  /** To the minute; else whole days. */
  precise?: boolean;
}

/** From when until when a list is shown, by 北京时间: each end may be left open. */
export function TimeRange({ from, to, words, narrow, precise = false }: TimeRangeProps) {
  const { t } = useTranslation();
  const id = useId();
  const ends = { from, to };
  const backwards = from !== undefined && to !== undefined && from > to;
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <span className={precise ? 'period-field time-field' : 'period-field'} key={end}>
          <label htmlFor={id + end}>{words[end]}</label>
          <Input
            id={id + end}
            type={precise ? 'datetime-local' : 'date'}
            value={ends[end] ?? ''}
            status={backwards ? 'error' : ''}
            onChange={(event) => narrow({ [end]: event.target.value || undefined })}
          />
        </span>
      ))}
      {backwards && (
        <span className="form-refusal" role="alert">
          {t('views.badPeriod')}
        </span>
      )}
    </>
  );
}
