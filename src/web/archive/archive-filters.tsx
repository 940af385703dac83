import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LEVELS } from '../../domain/level.js';
import { sourcesQuery } from '../api/queries.js';
import { useMay } from '../session/person.js';
import { TimeRange } from '../views/time-range.js';
import { type ArchiveSearch, isNarrowed } from './archive-search.js';

const ALL = '';

interface FilterProps {
  search: ArchiveSearch;
  narrow: (change: ArchiveSearch) => void;
}

function SourcePick({ search, narrow }: FilterProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery({ ...sourcesQuery, refetchInterval: false });
  const named = data.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      aria-label={t('archive.source')}
      className="archive-source"
      value={search.source ?? ALL}
      options={[{ value: ALL, label: t('archive.sourceAll') }, ...named]}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(value) => narrow({ source: value === ALL ? undefined : value })}
    />
  );
}

function LevelPick({ search, narrow }: FilterProps) {
  const { t } = useTranslation();
  const levels = LEVELS.map((value) => ({ value: value, label: t(`level.${value}`) }));
  return (
    <Select
      aria-label={t('archive.level')}
      className="archive-level"
      value={search.level ?? ALL}
      options={[{ value: ALL, label: t('archive.levelAll') }, ...levels]}
      onChange={(value) => narrow({ level: LEVELS.find((one) => one === value) })}
    />
  );
}

/** Time, source, level, and the one case the list may be held to: all kept in the address. */
export function ArchiveFilters({ search, children }: { search: ArchiveSearch; children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySources = useMay('source.read');
  const narrow = (change: ArchiveSearch): void => void navigate({ to: '/archive', search: { ...search, ...change } });
  return (
    <div className="archive-filters">
      <TimeRange
        from={search.from}
        to={search.to}
        words={{ from: t('archive.from'), to: t('archive.to') }}
        narrow={narrow}
      />
      {maySources && <SourcePick search={search} narrow={narrow} />}
      <LevelPick search={search} narrow={narrow} />
      {search.incident && <span className="focus">{t('archive.onlyIncident')}</span>}
      {search.story && <span className="focus">{t('archive.onlyStory')}</span>}
      {isNarrowed(search) && (
        <Button type="link" onClick={() => void navigate({ to: '/archive', search: { q: search.q } })}>
          {t('archive.clear')}
        </Button>
      )}
      {children}
    </div>
  );
}
