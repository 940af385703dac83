import { useNavigate } from '@tanstack/react-router';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../domain/rights.js';
import { WordsField } from '../views/words-field.js';
import type { PeopleSearch } from './people-search.js';

const ALL = '';

/** Name and role, kept in the address. */
export function AccountFilters({ search }: { search: PeopleSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = (change: PeopleSearch): void => void navigate({ to: '/people', search: { ...search, ...change } });
  const roles = ROLES.map((value) => ({ value: value, label: t(`person.role.${value}`) }));
  return (
    <div className="people-filters" role="search" aria-label={t('people.filters')}>
      <WordsField className="people-words" label={t('people.search')} words={search.q} onAsk={(q) => narrow({ q })} />
      <Select
        aria-label={t('people.roleFilter')}
        className="people-role"
        value={search.role ?? ALL}
        options={[{ value: ALL, label: t('people.roleAll') }, ...roles]}
        popupMatchSelectWidth={false}
        onChange={(value) => narrow({ role: ROLES.find((one) => one === value) })}
      />
    </div>
  );
}
