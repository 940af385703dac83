import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalDataPage } from '../../contract/personal-data.js';
import { refusalWords } from '../api/refusal-words.js';
import { Moment } from '../clock/moment.js';
import { Mark } from '../marks/mark.js';
import { useNamePage } from '../shell/page-name.js';
import { personalQuery } from './personal-queries.js';
import { PERSONAL_VIEWS, type PersonalView } from './personal-search.js';
import { PurgeCases } from './purge-cases.js';
import { PurgeFigures } from './purge-figures.js';
import '../styles/report.css';
import '../styles/people.css';
import '../styles/personal.css';

function Views({ shown, q }: { shown: PersonalView; q: string | undefined }) {
  const { t } = useTranslation();
  return (
    <nav className="people-views" aria-label={t('personal.views')}>
      {PERSONAL_VIEWS.map((view) => (
        <Link
          key={view}
          to="/personal-data"
          search={{ show: view === 'due' ? undefined : view, q: view === 'runs' ? undefined : q }}
          activeProps={{ className: '', 'aria-current': undefined }}
          className={view === shown ? 'active' : undefined}
          aria-current={view === shown ? 'page' : undefined}
        >
          {t(`personal.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The rule, and what the next run would do. */
function Next({ policy, preview }: PersonalDataPage) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="purge-next" aria-labelledby={id}>
      <h2 id={id}>{t('personal.next')}</h2>
      <p>{policy ? t('personal.rule', policy) : t('personal.noRule')}</p>
      {preview && <PurgeFigures purge={preview} />}
      <p className="hint">{t('personal.holdHint')}</p>
    </section>
  );
}

function Runs({ pages }: { pages: UseInfiniteQueryResult<{ pages: PersonalDataPage[] }> }) {
  const { t } = useTranslation();
  const runs = pages.data?.pages.flatMap((page) => page.runs) ?? [];
  if (runs.length === 0)
    return (
      <div className="empty">
        <Mark size={40} />
        <p className="empty-title">{t('personal.noRuns')}</p>
        <p>{t('personal.noRunsHint')}</p>
      </div>
    );
  return (
    <>
      <ol className="purge-list" aria-label={t('personal.view.runs')}>
        {runs.map((run) => (
          <li key={run.period} className="purge-run">
            <h3>
              <Moment at={run.at} />
            </h3>
            <PurgeFigures purge={run} />
            <p className="hint">
              {t('personal.law')}
              {run.rule && ` · ${t('personal.ruleThen', run.rule)}`}
            </p>
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('personal.more')}
        </Button>
      )}
    </>
  );
}

/** 个人信息清除: what goes next and why, what is held, and what went when and by which rule. */
export function PersonalPage() {
  const { t } = useTranslation();
  const { show = 'due', q } = useSearch({ from: '/shell/personal-data' });
  const pages = useInfiniteQuery(personalQuery);
  const first = pages.data?.pages[0];
  useNamePage(t('personal.title'));
  return (
    <div className="report personal">
      <header className="report-head">
        <h1>{t('personal.title')}</h1>
        <p className="sheet-lead">{t('personal.lead')}</p>
      </header>
      {pages.error && <p className="form-refusal">{refusalWords(pages.error, t)}</p>}
      {!first && !pages.error && <p className="loading">{t('personal.loading')}</p>}
      {first && <Next {...first} />}
      <Views shown={show} q={q} />
      {show === 'runs' ? first && <Runs pages={pages} /> : <PurgeCases show={show} q={q} />}
    </div>
  );
}
