import Select from 'antd/es/select';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRecord } from '../../contract/records/record.js';
import { DraftDifference } from './draft-difference.js';
import { textOf } from './standing.js';

/** Each version against the one before. @param drafts the newest first */
export function DraftVersions({ drafts }: { drafts: readonly CaseRecord[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<number | null>(null);
  if (drafts.length < 2) return null;
  const no = chosen ?? drafts[0]?.no ?? 1;
  const label = t('work.draft.against', { no, before: no - 1 });
  const of = (wanted: number) => textOf(drafts.find((draft) => draft.no === wanted));
  const options = drafts.slice(0, -1).map((draft) => ({ value: draft.no, label: t('work.nth', { no: draft.no }) }));
  return (
    <details className="work-versions">
      <summary>{t('work.draft.versions')}</summary>
      <Select aria-label={t('work.draft.compareWith')} value={no} options={options} onChange={setChosen} />
      <p className="quiet">{label}</p>
      <DraftDifference before={of(no - 1)} after={of(no)} label={label} />
    </details>
  );
}
