import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../views/export-button.js';
import { TIERS, type SourceSearch } from './source-search.js';

const ALL = '';

/** What stands in the field: as typed, empty again when the address has forgotten it. */
function useText(q: string | undefined) {
  const [text, setText] = useState(q ?? '');
  const [before, setBefore] = useState(q);
  if (before !== q) {
    setBefore(q);
    if (q === undefined) setText('');
  }
  return [text, setText] as const;
}

/** What is searched for, which tier, which folder: kept in the address. A change begins at the first page. */
export function SourceFilters({ search, folders }: { search: SourceSearch; folders: string[] }) {
  const { page: _, ...filter } = search;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useText(search.q);
  const narrow = (change: SourceSearch): void =>
    void navigate({ to: '/sources', search: { ...search, page: undefined, ...change }, replace: true });
  const tiers = TIERS.map((value) => ({ value: value, label: t(`source.tier.${value}`) }));
  const named = folders.map((value) => ({ value, label: value }));
  const narrowed = Boolean(search.q ?? search.tier ?? search.folder ?? search.health);
  return (
    <div className="source-filters" role="search">
      <Input
        className="source-search"
        aria-label={t('source.search')}
        placeholder={t('source.search')}
        value={text}
        allowClear
        onChange={(event) => {
          setText(event.target.value);
          narrow({ q: event.target.value.trim() || undefined });
        }}
      />
      <Select
        aria-label={t('source.tierFilter')}
        className="source-pick"
        value={search.tier ?? ALL}
        options={[{ value: ALL, label: t('source.tierAll') }, ...tiers]}
        onChange={(value) => narrow({ tier: TIERS.find((one) => one === value) })}
      />
      {folders.length > 0 && (
        <Select
          aria-label={t('source.folderFilter')}
          className="source-pick"
          value={search.folder ?? ALL}
          options={[{ value: ALL, label: t('source.folderAll') }, ...named]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value) => narrow({ folder: value === ALL ? undefined : value })}
        />
      )}
      {narrowed && (
        <Button type="link" onClick={() => void navigate({ to: '/sources', search: {}, replace: true })}>
          {t('source.clear')}
        </Button>
      )}
      <ExportButton path="/sources/exports" filter={filter} name="huiying-sources.csv" />
    </div>
  );
}
