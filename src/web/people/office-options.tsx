import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Switch from 'antd/es/switch';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeOptions as Options } from '../../contract/office-options.js';
import { call } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { useMay } from '../session/person.js';
import { officeOptionsQuery } from '../shell/watermark.js';

/** 本单位选项: what is switched for everybody. */
export function OfficeOptions() {
  const { t } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const maySet = useMay('office.set');
  const { data, error } = useQuery(officeOptionsQuery);
  const set = useMutation({
    mutationFn: (wanted: Options) => call<Options>('PATCH', '/office-options', wanted),
    onSuccess: (now) => queries.setQueryData(officeOptionsQuery.queryKey, now),
  });
  const refused = set.error ?? error;
  return (
    <section className="office-options">
      <p>
        <Switch
          id={id}
          disabled={!maySet || !data}
          loading={set.isPending}
          checked={data?.watermark ?? false}
          onChange={(watermark) => set.mutate({ watermark })}
        />
        <label htmlFor={id}>{t('people.watermark')}</label>
      </p>
      <p className="hint">{t('people.watermarkHint')}</p>
      {refused && (
        <p className="form-refusal" role="alert">
          {refusalWords(refused, t)}
        </p>
      )}
    </section>
  );
}
