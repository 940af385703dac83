import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeRange } from '../views/time-range.js';
import { WordsField } from '../views/words-field.js';
import { facetsQuery } from './chain-queries.js';
import { type ChainSearch, isNarrowed } from './chain-search.js';
import { useGroupName } from './row-words.js';

const ALL = '';

interface FilterProps {
  search: ChainSearch;
  narrow: (change: ChainSearch) => void;
}

function KindPick({ search, narrow }: FilterProps) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const { data } = useQuery(facetsQuery);
  const kinds = data?.kinds ?? [];
  const groups = [...new Set(kinds.map((kind) => kind.split('.')[0] ?? kind))];
  const options = groups.map((group) => ({
    label: groupName(group),
    options: [
      { value: group, label: t('chain.kindWhole', { group: groupName(group) }) },
      ...kinds.filter((kind) => kind.startsWith(`${group}.`)).map((kind) => ({ value: kind, label: kind })),
    ],
  }));
  return (
    <Select
      aria-label={t('chain.kind')}
      className="chain-kind"
      value={search.kind ?? ALL}
      options={[{ value: ALL, label: t('chain.kindAll') }, ...options]}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(value: string) => narrow({ kind: value === ALL ? undefined : value })}
    />
  );
}

function ActorPick({ search, narrow }: FilterProps) {
  const { t } = useTranslation();
  const { data } = useQuery(facetsQuery);
  const persons = (data?.actors ?? []).flatMap(({ id, name }) => (name === null ? [] : [{ value: id, label: name }]));
  return (
    <Select
      aria-label={t('chain.actor')}
      className="chain-actor"
      value={search.actor ?? ALL}
      options={[
        { value: ALL, label: t('chain.actorAll') },
        { value: 'system', label: t('chain.actorSystem') },
        ...persons,
      ]}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(value: string) => narrow({ actor: value === ALL ? undefined : value })}
    />
  );
}

/** Kind, person, case and time: all kept in the address, and any change begins at the newest row. */
export function ChainFilters({ search, children }: { search: ChainSearch; children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = (change: ChainSearch): void =>
    void navigate({ to: '/journal', search: { ...search, ...change, before: undefined, after: undefined } });
  return (
    <div className="chain-filters" role="search" aria-label={t('chain.filters')}>
      <KindPick search={search} narrow={narrow} />
      <ActorPick search={search} narrow={narrow} />
      <WordsField
        className="chain-number"
        label={t('chain.number')}
        words={search.number}
        most={40}
        onAsk={(number) => narrow({ number })}
      />
      <TimeRange
        precise
        from={search.from}
        to={search.to}
        words={{ from: t('chain.from'), to: t('chain.to') }}
        narrow={narrow}
      />
      <Checkbox
        checked={search.selfChecks === true}
        onChange={(event) => narrow({ selfChecks: event.target.checked ? true : undefined })}
      >
        {t('chain.selfChecks')}
      </Checkbox>
      {search.incident && <span className="focus">{t('chain.onlyIncident')}</span>}
      {isNarrowed(search) && (
        <Button type="link" onClick={() => void navigate({ to: '/journal', search: {} })}>
          {t('chain.clear')}
        </Button>
      )}
      {children}
    </div>
  );
}
