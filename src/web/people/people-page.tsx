import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { Accounts } from './accounts.js';
import { OfficeOptions } from './office-options.js';
import { WallsList } from '../walls/walls-list.js';
import { PEOPLE_VIEWS, type PeopleView } from './people-search.js';
import { SavedViews } from '../views/saved-views.js';
import { RightsTable } from './rights-table.js';
import { SignIns } from './sign-ins.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/intakes.css';
import '../styles/people.css';

function Views({ shown }: { shown: PeopleView }) {
  const { t } = useTranslation();
  const mayPersonal = useMay('personal_data.read');
  const mayWalls = useMay('wall.manage');
  return (
    <nav className="people-views" aria-label={t('people.views')}>
      {PEOPLE_VIEWS.filter((view) => view !== 'walls' || mayWalls).map((view) => (
        <Link
          key={view}
          to="/people"
          search={view === 'accounts' ? {} : { view }}
          activeProps={{ className: '', 'aria-current': undefined }}
          className={view === shown ? 'active' : undefined}
          aria-current={view === shown ? 'page' : undefined}
        >
          {t(`people.view.${view}`)}
        </Link>
      ))}
      {mayPersonal && <Link to="/personal-data">{t('people.personal')}</Link>}
    </nav>
  );
}

/** 人员与权限: who may sign in, who did, and what each role may do. */
export function PeoplePage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/people' });
  const { view = 'accounts' } = search;
  useNamePage(t('people.title'));
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('people.title')}</h1>
        <p className="sheet-lead">{t('people.lead')}</p>
      </header>
      <Views shown={view} />
      {view === 'accounts' && (
        <>
          <SavedViews page="accounts" without={['view']} />
          <Accounts search={search} />
        </>
      )}
      {view === 'signIns' && <SignIns />}
      {view === 'rights' && <RightsTable />}
      {view === 'options' && <OfficeOptions />}
      {view === 'walls' && <WallsList />}
    </div>
  );
}
