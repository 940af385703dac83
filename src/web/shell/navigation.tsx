import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isOfBureau, type Right } from '../../domain/rights.js';
import { may } from '../../domain/rights.js';
import { usePerson } from '../session/person.js';
import { MorePages } from './more-pages.js';

interface Place {
  to: NonNullable<LinkProps['to']>;
  name:
    | 'board'
    | 'triage'
    | 'register'
    | 'reports'
    | 'archive'
    | 'campaigns'
    | 'documents'
    | 'roster'
    | 'journal'
    | 'sources'
    | 'people';
  right: Right;
}

/** Where the day's work is done. */
const DAILY: readonly Place[] = [
  { to: '/', name: 'board', right: 'board.read' },
  { to: '/triage', name: 'triage', right: 'story.read' },
  { to: '/incidents', name: 'register', right: 'board.read' },
  { to: '/reports/response-times', name: 'reports', right: 'report.response_times' },
  { to: '/archive', name: 'archive', right: 'archive.read' },
];
/** What is looked up or arranged now and then. */
const BESIDE: readonly Place[] = [
  { to: '/campaigns', name: 'campaigns', right: 'campaign.read' },
  { to: '/documents', name: 'documents', right: 'document.read' },
  { to: '/roster', name: 'roster', right: 'roster.read' },
  { to: '/journal', name: 'journal', right: 'journal.read' },
  { to: '/sources', name: 'sources', right: 'source.read' },
  { to: '/people', name: 'people', right: 'account.read' },
];
/** So many stand in the row beside the others; more are folded into one button. */
const IN_THE_ROW = 2;

function PageLink({ to, name }: Place) {
  const { t } = useTranslation();
  // Below these two stand pages that are not theirs: a case, a new case.
  const exact = to === '/' || to === '/incidents';
  return (
    <Link to={to} activeOptions={{ exact, includeSearch: false }}>
      {t(`app.${name}`)}
    </Link>
  );
}

/** Every page that the person may open: the daily ones in a row, the others beside or behind one button. */
export function Navigation() {
  const { t } = useTranslation();
  const { role } = usePerson();
  const { pathname } = useLocation();
  const open = (places: readonly Place[]) => places.filter(({ right }) => may(role, right));
  const beside = open(BESIDE);
  const here = beside.find(({ to }) => pathname.startsWith(to));
  const links = beside.map((place) => <PageLink key={place.to} {...place} />);
  return (
    <nav className="nav" aria-label={t('nav.main')}>
      {isOfBureau(role) && <Link to="/inbox">{t('app.inbox')}</Link>}
      {open(DAILY).map((place) => (
        <PageLink key={place.to} {...place} />
      ))}
      {beside.length > IN_THE_ROW ? <MorePages here={here && t(`app.${here.name}`)}>{links}</MorePages> : links}
    </nav>
  );
}
