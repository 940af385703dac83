import { Link, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardStore } from '../board/board-context.js';
import { monthDays } from '../clock/beijing.js';

interface Days {
  from: string;
  to: string;
}

/** This month, last month, or any days, as Beijing counts them. */
export function PeriodPicker({ from, to }: Days) {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const { clock } = useBoardStore();
  const [days, setDays] = useState<Days>({ from, to });
  const backwards = days.from > days.to;
  const presets = [
    { words: t('report.thisMonth'), days: monthDays(clock.now(), 0) },
    { words: t('report.lastMonth'), days: monthDays(clock.now(), 1) },
  ];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!backwards) void navigate({ to: '/reports/response-times', search: days });
  };
  return (
    <form className="period" onSubmit={submit} aria-label={t('report.period')}>
      <span className="period-presets no-print">
        {presets.map((preset) => (
          <Link
            key={preset.words}
            to="/reports/response-times"
            search={preset.days}
            className="preset"
            aria-current={preset.days.from === from && preset.days.to === to ? 'true' : undefined}
          >
            {preset.words}
          </Link>
        ))}
      </span>
      <span className="period-field">
        <label htmlFor={`${id}f`}>{t('report.from')}</label>
        <Input
          id={`${id}f`}
          type="date"
          required
          value={days.from}
          onChange={(event) => setDays({ ...days, from: event.target.value })}
        />
      </span>
      <span className="period-field">
        <label htmlFor={`${id}t`}>{t('report.to')}</label>
        <Input
          id={`${id}t`}
          type="date"
          required
          value={days.to}
          status={backwards ? 'error' : ''}
          onChange={(event) => setDays({ ...days, to: event.target.value })}
        />
      </span>
      <Button htmlType="submit" className="no-print">
        {t('report.apply')}
      </Button>
      {backwards && (
        <span className="form-refusal" role="alert">
          {t('report.badPeriod')}
        </span>
      )}
    </form>
  );
}
