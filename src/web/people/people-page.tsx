import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNamePage } from '../shell/page-name.js';
import { Accounts } from './accounts.js';
import { PEOPLE_VIEWS } from './people-search.js';
import { RightsTable } from './rights-table.js';
import { SignIns } from './sign-ins.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/intakes.css';
import '../styles/people.css';

function Views() {
  const { t } = useTranslation();
  return (
    <nav className="people-views" aria-label={t('people.views')}>
      {PEOPLE_VIEWS.map((view) => (
        <Link
          key={view}
          to="/people"
          search={view === 'accounts' ? {} : { view }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(`people.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}

/** 人员与权限: who may sign in, who did, and what each role may do. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { view = 'accounts' } = useSearch({ from: '/shell/people' });
  useNamePage(t('people.title'));
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('people.title')}</h1>
        <p className="sheet-lead">{t('people.lead')}</p>
      </header>
      <Views />
      {view === 'accounts' && <Accounts />}
      {view === 'signIns' && <SignIns />}
      {view === 'rights' && <RightsTable />}
    </div>
  );
}
