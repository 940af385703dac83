import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DUTY_STANDINGS } from '../../contract/duty-standing.js';
import { isOfBureau } from '../../domain/rights.js';
import { LEVELS } from '../../domain/level.js';
import { useBoard } from '../board/board-context.js';
import { usePerson } from '../session/person.js';
import { TimeRange } from '../views/time-range.js';
import { WordsField } from '../views/words-field.js';
import { useBureauName } from '../words/bureau-name.js';
import { isNarrowed, type RegisterSearch, WHERE } from './register-search.js';

const ALL = '';

interface FilterProps {
  search: RegisterSearch;
  narrow: (change: RegisterSearch) => void;
}

interface PickProps<T extends string> {
  label: string;
  all: string;
  value: T | undefined;
  options: readonly { value: T; label: string }[];
  onPick: (value: T | undefined) => void;
  wide?: boolean;
}

function Pick<T extends string>({ label, all, value, options, onPick, wide = false }: PickProps<T>) {
  return (
    <Select<T | typeof ALL>
      aria-label={label}
      className={wide ? 'register-wide' : 'register-pick'}
      value={value ?? ALL}
      options={[{ value: ALL, label: all }, ...options]}
      showSearch={wide && { optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(picked) => onPick(options.find((one) => one.value === picked)?.value)}
    />
  );
}

function Bureau({ search, narrow }: FilterProps) {
  const { t } = useTranslation();
  const nameOf = useBureauName();
  const codes = useBoard((state) => state.bureaus).map(({ code }) => code);
  const isBureau = isOfBureau(usePerson().role);
  if (isBureau) return null;
  return (
    <Pick
      wide
      label={t('register.bureau')}
      all={t('register.bureauAll')}
      value={search.bureau}
      options={codes.map((value) => ({ value, label: nameOf(value) }))}
      onPick={(bureau) => narrow({ bureau })}
    />
  );
}

function Picks({ search, narrow }: FilterProps) {
  const { t } = useTranslation();
  const named = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <>
      <Pick
        label={t('register.status')}
        all={t('register.statusAll')}
        value={search.status}
        options={named(['open', 'over'] as const, (one) => t(`register.statusWord.${one}`))}
        onPick={(status) => narrow({ status })}
      />
      <Pick
        label={t('register.level')}
        all={t('register.levelAll')}
        value={search.level}
        options={named(LEVELS, (one) => t(`level.${one}`))}
        onPick={(level) => narrow({ level })}
      />
      <Pick
        label={t('register.duty')}
        all={t('register.dutyAll')}
        value={search.duty}
        options={named(DUTY_STANDINGS, (one) => t(`register.dutyWord.${one}`))}
        onPick={(duty) => narrow({ duty })}
      />
      <Pick
        label={t('register.stage')}
        all={t('register.stageAll')}
        value={search.stage}
        options={named(WHERE, (one) => t(`stage.${one}`))}
        onPick={(stage) => narrow({ stage })}
      />
    </>
  );
}

/** Standing, level, duty, stage, bureau, days and words: all kept in the address. */
export function RegisterFilters({ search, children }: { search: RegisterSearch; children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = (change: RegisterSearch): void =>
    void navigate({ to: '/incidents', search: { ...search, ...change } });
  return (
    <div className="register-filters" role="search" aria-label={t('register.filters')}>
      <WordsField
        className="register-words"
        label={t('register.search')}
        words={search.q}
        onAsk={(q) => narrow({ q })}
      />
      <Picks search={search} narrow={narrow} />
      <Bureau search={search} narrow={narrow} />
      <TimeRange
        from={search.from}
        to={search.to}
        words={{ from: t('register.from'), to: t('register.to') }}
        narrow={narrow}
      />
      {search.campaign && <span className="focus">{t('register.onlyCampaign')}</span>}
      {isNarrowed(search) && (
        <Button type="link" onClick={() => void navigate({ to: '/incidents', search: {} })}>
          {t('register.clear')}
        </Button>
      )}
      {children}
    </div>
  );
}
