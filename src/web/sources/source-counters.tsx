import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HEALTHS, type SourceSearch } from './source-search.js';
import type { HealthCounts } from './source-view.js';

/** How many sources are in each state; every count is a filter. */
export function SourceCounters({ counts, search }: { counts: HealthCounts; search: SourceSearch }) {
  const { t } = useTranslation();
  const { health: chosen = 'all', ...others } = search;
  return (
    <nav className="counters" aria-label={t('source.counters')}>
      <div className="counter-row source-counters">
        {(['all', ...HEALTHS] as const).map((one) => (
          <Link
            key={one}
            to="/sources"
            search={{ ...others, page: undefined, health: one === 'all' || one === chosen ? undefined : one }}
            replace
            className={`counter count-${one}${counts[one] === 0 ? ' counter-zero' : ''}`}
            aria-current={one === chosen ? 'true' : undefined}
          >
            <span className="counter-number">{counts[one]}</span>
            <span className="counter-label">{one === 'all' ? t('source.all') : t(`source.health.${one}`)}</span>
          </Link>
        ))}
      </div>
    </nav>
  );
}
